import { hour, second } from '../../lib/duration';

/** No session lasts longer, so that what belongs to a day ends this long after it. */
export const longestSession = 4 * hour;

/** Patterns of one kind, app and day, the most frequent; the rest would be rows of hardly anybody. */
const mostPatterns = 1_000;

const lookAround = `make_interval(secs => ${longestSession / second})`;

/**
 * Writes the patterns of one day of one app. A session belongs to the day of its first page view, with all that it sees
 * until its end; a page that is viewed again without another in between is one step; a feature is used on the day of its
 * event. Bots are left out, and page views without a session, which have no order.
 * Parameters: $1 the organisation, $2 the app, $3 the day as `YYYY-MM-DD`.
 */
export const behaviourStatement = `
  with bounds as (
    select $3::date::timestamp at time zone 'UTC' as since, ($3::date + 1)::timestamp at time zone 'UTC' as until
  ), views as (
    select session_id, page_path, timestamp, id from raw.analytics_events, bounds
    where app_id = $2::uuid and timestamp >= since - ${lookAround} and timestamp < until + ${lookAround}
      and event_type = 'page_view' and not is_bot and session_id is not null and page_path is not null
  ), begun as (
    select session_id from views group by 1
    having min(timestamp) >= (select since from bounds) and min(timestamp) < (select until from bounds)
  ), ordered as (
    select session_id, page_path, timestamp, id,
      lag(page_path) over (partition by session_id order by timestamp, id) is distinct from page_path as moved
    from views join begun using (session_id)
  ), steps as (
    select session_id, page_path, lag(page_path) over visit as previous, lead(page_path) over visit as next,
      lead(page_path, 2) over visit as after_next
    from ordered where moved window visit as (partition by session_id order by timestamp, id)
  ), found as (
    select 'entry_page' as pattern, array[page_path] as steps, session_id from steps where previous is null
    union all select 'exit_page', array[page_path], session_id from steps where next is null
    union all select 'sequence_2', array[page_path, next], session_id from steps where next is not null
    union all select 'sequence_3', array[page_path, next, after_next], session_id from steps where after_next is not null
    union all select 'feature', array[event_name], session_id from raw.analytics_events, bounds
      where app_id = $2::uuid and timestamp >= since and timestamp < until
        and event_type <> 'page_view' and event_name is not null and not is_bot
  ), counted as (
    select pattern, steps, count(*) as occurrences, count(distinct session_id) as sessions,
      row_number() over (partition by pattern order by count(*) desc, steps) as place
    from found group by 1, 2
  )
  insert into behaviour_patterns (org_id, app_id, day, pattern, steps, occurrences, sessions)
  select $1::bigint, $2::uuid, $3::date, pattern, steps, occurrences, sessions from counted where place <= ${mostPatterns}`;
