/** What uptime can be asked by: the time that a status lasts is cut out of a service's whole history. */
export const uptimeFields: readonly string[] = ['app', 'service_name', 'check_id'];
