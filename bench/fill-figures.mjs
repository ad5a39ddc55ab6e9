// The tickets that figures are measured on; what is there already is used again.
const TICKET = 'x_support.ticket';
const MARK = 'Bench figures';
const PEOPLE = 20;
const TEAMS = 8;
const COMPANIES = 100;

/** `count` tickets of two years with all that is judged of them; the answer is a customer of one in a hundred, as a user. */
export async function fillFigures(odoo, { count, isEmulated }) {
  const login = 'bench.figures@example.com';
  const [known] = await odoo.call('res.users', 'search', [[['login', '=', login]]]);
  if (known) return known;

  const technicians = await odoo.call('res.users', 'create', [
    Array.from({ length: PEOPLE }, (_, n) => ({
      name: `Bench Technician ${n}`,
      login: `bench.figures.technician.${n}@example.com`,
    })),
  ]);
  const teams = await odoo.call('x_support.team', 'create', [
    Array.from({ length: TEAMS }, (_, n) => ({ x_name: `Bench Team ${n}`, x_leader_id: 2 })),
  ]);
  const companies = await odoo.call('res.partner', 'create', [
    Array.from({ length: COMPANIES }, (_, n) => ({ name: `Bench Figures Company ${n}`, is_company: true })),
  ]);
  const people = { technicians, teams, companies };
  await (isEmulated ? fillByCalls(odoo, count, people) : fillBySql(odoo, count, people));

  const [portal] = await odoo.call('ir.model.data', 'search_read', [
    [
      ['module', '=', 'base'],
      ['name', '=', 'group_portal'],
    ],
    ['res_id'],
  ]);
  const [user] = await odoo.call(
    'res.users',
    'create',
    [[{ name: 'Bench Customer', login, groups_id: [[6, 0, [portal.res_id]]] }]],
    { context: { no_reset_password: true } },
  );
  const [{ partner_id }] = await odoo.call('res.users', 'read', [[user], ['partner_id']]);
  await odoo.call('res.partner', 'write', [[partner_id[0]], { parent_id: companies[0] }]);
  return user;
}

/** The emulator knows no SQL, and few are enough for it. */
async function fillByCalls(odoo, count, { technicians, teams, companies }) {
  const rows = Array.from({ length: count }, (_, n) => ({
    x_name: `${MARK} ${n}`,
    x_user_id: technicians[n % PEOPLE],
    x_team_id: teams[n % TEAMS],
    x_partner_id: companies[n % COMPANIES],
    x_state: n % 7 === 0 ? 'in_progress' : 'done',
    x_rating: String(n % 3 === 0 ? 1 + (n % 5) : 0),
  }));
  for (let start = 0; start < count; start += 250) {
    await odoo.call(TICKET, 'create', [rows.slice(start, start + 250)], {
      context: { tracking_disable: true, supportdesk_no_mail: true },
    });
  }
}

/** By Odoo's own hands this would take hours; what it leaves is what Odoo would have written. */
async function fillBySql(odoo, count, people) {
  const list = (ids) => `(ARRAY[${ids.join(',')}])[1 + (n * 7919 % ${ids.length})]`;
  const value = (column, share, amount) =>
    `CASE WHEN (t.id::bigint * 104729) % 100 < ${share} THEN (SELECT v.id FROM x_support_measured v WHERE v.x_minutes = ${amount}) END ${column}`;
  const by = "1, 1, now() at time zone 'utc', now() at time zone 'utc'";
  const log = 'create_uid, write_uid, create_date, write_date';
  const statements = [
    `INSERT INTO x_support_measured (${log}, x_minutes, x_value) SELECT ${by}, n, n / 60.0 FROM generate_series(0, 6000) n WHERE NOT EXISTS (SELECT 1 FROM x_support_measured WHERE x_minutes = n)`,
    `INSERT INTO x_support_hour_of_week (${log}, x_weekday, x_hour) SELECT ${by}, d::text, lpad(h::text, 2, '0') FROM generate_series(0, 6) d, generate_series(0, 23) h WHERE NOT EXISTS (SELECT 1 FROM x_support_hour_of_week WHERE x_weekday = d::text AND x_hour = lpad(h::text, 2, '0'))`,
    `INSERT INTO x_support_ticket (${log}, x_name, x_ticket_ref, x_state, x_priority, x_rating, x_active, x_user_id, x_team_id, x_partner_id, x_opened_at, x_closed_at, x_time_hours, x_billable_hours, x_sla_ledger)
      SELECT ${by}, '${MARK} ' || n, 'BF-' || n, CASE WHEN n % 7 = 0 THEN 'in_progress' ELSE 'done' END, (n % 4)::text, CASE WHEN n % 3 = 0 THEN (1 + n % 5)::text ELSE '0' END, true,
        ${list(people.technicians)}, ${list(people.teams)}, ${list(people.companies)},
        now() at time zone 'utc' - n * interval '2 years' / ${count},
        CASE WHEN n % 7 = 0 THEN NULL ELSE now() at time zone 'utc' - n * interval '2 years' / ${count} + interval '9 hours' END,
        (n % 90) / 30.0, (n % 45) / 30.0, 'run'
      FROM generate_series(0, ${count - 1}) n`,
    `INSERT INTO x_support_figures (${log}, x_ticket_id, x_answers, x_reopenings, x_first_id, x_answer_id, x_solution_id, x_kept_id, x_first_kept_id, x_reopened_id, x_rating_id)
      SELECT ${by}, t.id, t.id % 5, CASE WHEN t.id % 11 = 0 THEN 1 ELSE 0 END,
        ${value('a', 95, '(t.id * 31) % 480')}, ${value('b', 95, '(t.id * 37) % 600')}, ${value('c', 86, '(t.id * 41) % 6000')},
        ${value('d', 80, 'CASE WHEN t.id % 9 = 0 THEN 0 ELSE 6000 END')}, ${value('e', 80, 'CASE WHEN t.id % 8 = 0 THEN 0 ELSE 6000 END')},
        ${value('f', 86, 'CASE WHEN t.id % 11 = 0 THEN 6000 ELSE 0 END')},
        CASE WHEN t.x_rating <> '0' THEN (SELECT v.id FROM x_support_measured v WHERE v.x_minutes = t.x_rating::int * 60) END
      FROM x_support_ticket t WHERE t.x_name LIKE '${MARK} %'`,
    `UPDATE x_support_ticket t SET x_figures_id = f.id, x_opened_hour_id = h.id FROM x_support_figures f, x_support_hour_of_week h
      WHERE f.x_ticket_id = t.id AND t.x_name LIKE '${MARK} %' AND h.x_weekday = (extract(isodow FROM t.x_opened_at) - 1)::int::text AND h.x_hour = to_char(t.x_opened_at, 'HH24')`,
    'ANALYZE x_support_ticket, x_support_figures, x_support_measured',
  ];
  const [model] = await odoo.call('ir.model', 'search', [[['model', '=', TICKET]]]);
  for (const statement of statements) {
    const code = `env.flush_all()\nenv.cr.execute(${JSON.stringify(statement.replaceAll('\n', ' '))})\nenv.invalidate_all()`;
    const [id] = await odoo.call('ir.actions.server', 'create', [
      [{ name: MARK, model_id: model, state: 'code', code }],
    ]);
    await odoo.call('ir.actions.server', 'run', [[id]]);
    await odoo.call('ir.actions.server', 'unlink', [[id]]);
  }
}
