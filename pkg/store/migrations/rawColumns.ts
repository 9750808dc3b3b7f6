/**
 * Columns of the raw tables. Fixed-width ones come first, so that no row pays for padding; the view of the same name
 * shows them in the order of the entity.
 */
export const rowIdentity = `
  id uuid not null,
  app_id uuid not null,
  org_id bigint not null,`;

export const visitColumns = `
  created_at timestamptz not null default now(),
  device_id bigint,
  user_id uuid,
  visitor_id uuid,
  is_bot boolean not null,
  session_id text,
  environment text,
  release text,
  page_path text,
  country text,`;
