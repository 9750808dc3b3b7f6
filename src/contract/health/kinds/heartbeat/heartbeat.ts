import { checkKind } from '../CheckKindDescription';

/** The service reports by itself: every so often, or by a cron expression, with some grace. */
export const heartbeat = checkKind({
  label: 'Heartbeat',
  description: 'The service reports by itself; silence is a failure',
  way: 'reported',
  fields: {
    every_seconds: {
      label: 'Reports every',
      description: 'Seconds; or give a cron expression',
      type: 'number',
      minimum: 10,
      maximum: 31 * 24 * 3600,
    },
    cron: { label: 'Cron expression', placeholder: '0 3 * * *', type: 'text', minLength: 9, maxLength: 100 },
    time_zone: { label: 'Time zone of the expression', placeholder: 'Europe/Berlin', type: 'text', maxLength: 64 },
    grace_seconds: {
      label: 'May be late by',
      description: 'Seconds',
      placeholder: '60',
      type: 'number',
      minimum: 0,
      maximum: 24 * 3600,
    },
  },
  sources: {},
  details: { message: 'Message', last_report_at: 'Last report', next_report_due_at: 'Next report due' },
  inWords: ({ cron, time_zone: zone = 'UTC', every_seconds: every }) =>
    cron === undefined ? `every ${every} s` : `${cron} (${zone})`,
});
