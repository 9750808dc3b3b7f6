/** Parts of Seamark itself that are watched like any other service. */
export const ownServices = {
  'seamark ingest': 'Whether the public listener takes data',
  'seamark database': 'Whether the database answers, and how fast',
  'seamark jobs': 'Whether everything that runs by itself does: without it, results and alerts stop coming',
  'seamark notifications': 'Whether messages about alerts leave in time',
} as const;
export type OwnService = keyof typeof ownServices;

/** They report every minute; whoever looks takes two minutes more of silence for an outage. */
export const ownBeat = { every_seconds: 60, grace_seconds: 120 } as const;
