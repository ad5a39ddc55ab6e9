env.cr.execute("""
    SELECT min(xact_start AT TIME ZONE 'UTC') FROM pg_stat_activity
    WHERE datname = current_database()
      AND (backend_xid IS NOT NULL OR xact_start > now() - interval '10 minutes')""")
settled = env.cr.fetchone()[0] or env.cr.now()
action = {'settled': settled.strftime('%Y-%m-%d %H:%M:%S')}
