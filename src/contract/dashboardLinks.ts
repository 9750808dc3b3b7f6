/** The ad hoc variable of prebuilt dashboards that have one. */
export const dashboardFilterVariable = 'filters';

/** Uid of the prebuilt dashboard about errors. */
export const errorsDashboardUid = 'seamark-errors';
