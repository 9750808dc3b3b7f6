/** The organisation a transaction speaks for. Unset or emptied: null, which equals no row. */
const organisation = `nullif(current_setting('seamark.org_id', true), '')::bigint`;

/** Switches row level security on, for the owner too. Without a policy nobody sees a row. */
export function forceRowSecurity(table: string): string[] {
  return [`alter table ${table} enable row level security`, `alter table ${table} force row level security`];
}

/** Lets `role` act on rows of the organisation its transaction speaks for. */
export function organisationPolicy(table: string, role: string, command: 'all' | 'select' = 'all'): string {
  const check = command === 'all' ? ` with check (org_id = ${organisation})` : '';
  return `create policy ${policyName(table, role, command)} on ${table} for ${command} to ${role} using (org_id = ${organisation})${check}`;
}

/** Lets `role` act on rows of every organisation, within what it was granted. */
export function openPolicy(table: string, role: string, command: 'all' | 'select' | 'insert' | 'delete'): string {
  const using = command === 'insert' ? '' : ' using (true)';
  const check = command === 'insert' || command === 'all' ? ' with check (true)' : '';
  return `create policy ${policyName(table, role, command)} on ${table} for ${command} to ${role}${using}${check}`;
}

function policyName(table: string, role: string, command: string): string {
  const bare = table.replace(/^.*\./, '');
  const kind = role.replace(/"/g, '').replace(/^.*_seamark_/, '');
  return `${bare}_${kind}_${command}`;
}
