/** What a breadcrumb is about; `console` and `other` come from clients' own ones only. */
export const breadcrumbKinds = ['page_view', 'action', 'request', 'event', 'error', 'console', 'other'] as const;
export type BreadcrumbKind = (typeof breadcrumbKinds)[number];

/** Minutes before an error that its breadcrumbs reach back. */
export const breadcrumbMinutes = 15;
