// An open ticket: what is new appears, without a reload and without touching what is being typed.

const FIRST_MS = 10_000;
const LONGEST_MS = 120_000;

const ticket = document.querySelector('[data-live]');
let wait = FIRST_MS;
let timer;

if (ticket) {
  // Nobody looks at a hidden page, so it asks nothing; it asks at once when it is looked at again.
  document.addEventListener('visibilitychange', () => {
    clearTimeout(timer);
    if (document.hidden) return;
    wait = FIRST_MS;
    ask();
  });
  plan();
}

function plan() {
  clearTimeout(timer);
  if (!document.hidden && document.contains(ticket)) timer = setTimeout(ask, wait);
}

async function ask() {
  try {
    const headers = { 'if-none-match': `"${ticket.dataset.version}"` };
    const answer = await fetch(ticket.dataset.live, { headers, redirect: 'manual', cache: 'no-store' });
    // The session is over, or the ticket out of reach: the next click tells.
    if (answer.type === 'opaqueredirect' || (answer.status >= 400 && answer.status < 500)) return;
    if (answer.status === 200) await renew();
    wait = answer.status === 200 ? FIRST_MS : Math.min(wait * 1.4, LONGEST_MS);
  } catch {
    wait = Math.min(wait * 2, LONGEST_MS);
  }
  plan();
}

async function renew() {
  const answer = await fetch(location.pathname, { redirect: 'manual', cache: 'no-store' });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const fresh = page.querySelector('[data-live]');
  if (!fresh) return;
  for (const part of fresh.querySelectorAll('[data-live-part]')) {
    ticket.querySelector(`[data-live-part="${part.dataset.livePart}"]`)?.replaceWith(part);
  }
  ticket.dataset.version = fresh.dataset.version;
  ticket.querySelector('[data-live-status]').textContent = ticket.dataset.textNew;
}
