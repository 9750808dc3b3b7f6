import { Type, type TSchema } from 'typebox';
import { EmailSettings, SlackBotSettings, SlackWebhookSettings, WebhookSettings } from './alerting/channelSettings';
import { AlertInstance } from './entities/AlertInstance';
import { AlertRule } from './entities/AlertRule';
import { AnalyticsEvent } from './entities/AnalyticsEvent';
import { Dashboard } from './entities/Dashboard';
import { ErrorLog } from './entities/ErrorLog';
import { MonitoringMetric } from './entities/MonitoringMetric';
import { PerformanceData } from './entities/PerformanceData';
import { SystemHealth } from './entities/SystemHealth';
import { Query, QueryRequest } from './query/Query';
import { QueryResponse } from './query/QueryResponse';
import {
  AcknowledgeAlert,
  ActOnAlert,
  AlertCountQuery,
  AlertCounts,
  AlertHistoryEntry,
  AlertInstanceDetail,
  AlertInstanceQuery,
  AssignAlert,
  Assignees,
  CommentOnAlert,
} from './resources/alertInstances';
import { AlertPreview, PreviewAlertRule } from './resources/alertPreviews';
import { AlertRuleDetail, CreateAlertRule, RuleEvaluation, UpdateAlertRule } from './resources/alertRules';
import { App, AppKey, CreateApp, CreateAppKey, FirstData, Snippet, UpdateApp } from './resources/apps';
import { ExportQuery, ImportAnswer, ImportRequest } from './resources/asCode';
import { Breadcrumbs, BreadcrumbsQuery, ErrorEventId } from './resources/breadcrumbs';
import { ActOnAlerts, AlertsActedOn } from './resources/bulkAlertInstances';
import { DecidedErrorGroups, DecideErrorGroups } from './resources/bulkErrorGroups';
import { BehaviourCount, BehaviourQuery } from './resources/behaviour';
import { BySubject, ConsentCount, ConsentDecision, ConsentQuery, ErasedConsent } from './resources/consent';
import {
  ErrorGroup,
  ErrorGroupDetail,
  ErrorGroupEvent,
  ErrorGroupQuery,
  IgnoreErrorGroup,
  ReopenErrorGroup,
  ResolveErrorGroup,
} from './resources/errorGroups';
import { FieldItem, FieldListQuery, FieldName, FieldValue, FieldValuesQuery } from './resources/fieldList';
import {
  ChannelName,
  ChannelTest,
  CreateNotificationChannel,
  NotificationChannel,
  RuleTest,
  UpdateNotificationChannel,
} from './resources/notificationChannels';
import { NotificationDelivery, NotificationDeliveryQuery } from './resources/notificationDeliveries';
import { ChangedIntegration, CreateIntegration, Integration, UpdateIntegration } from './resources/integrations';
import {
  CreateMaintenanceWindow,
  MaintenanceWindow,
  MaintenanceWindowQuery,
  UpdateMaintenanceWindow,
} from './resources/maintenanceWindows';
import { ById, Page, PageQuery } from './resources/page';
import { KeptData, RetentionPolicy, SetRetentionPolicies } from './resources/retention';
import { PreviewSeverity, SeverityPreview } from './resources/severityRules';
import {
  CreateHealthCheck,
  HealthCheck,
  HealthCheckQuery,
  ProbeResult,
  ResultQuery,
  TryHealthCheck,
  UpdateHealthCheck,
} from './resources/healthChecks';
import {
  CommentOnIncident,
  Incident,
  IncidentDetail,
  IncidentQuery,
  UpdateIncident,
  UptimeReport,
} from './resources/incidents';
import { CreateSilence, Silence, SilenceQuery, UpdateSilence } from './resources/silences';
import { CreateStatusPage, StatusPage, UpdateStatusPage } from './resources/statusPages';
import { ServerStatus } from './resources/status';
import { CreatedToken, CreateToken, Token } from './resources/tokens';
import type { RouteName } from './routes';
import { Nullable, Uuid } from './scalars';

export interface RouteSchema {
  params?: TSchema;
  querystring?: TSchema;
  body?: TSchema;
  /** The answer of success and its status. */
  response: TSchema;
  status: 200 | 201 | 204;
}

const nothing = Type.Null();

/** What goes in and comes out of every route of the table: Fastify validates with it, the OpenAPI document is made of it. */
export const routeSchemas = {
  listApps: { querystring: PageQuery, response: Page(App), status: 200 },
  createApp: { body: CreateApp, response: App, status: 201 },
  getApp: { params: ById, response: App, status: 200 },
  updateApp: { params: ById, body: UpdateApp, response: App, status: 200 },
  deleteApp: { params: ById, response: nothing, status: 204 },
  createAppKey: { params: ById, body: CreateAppKey, response: AppKey, status: 201 },
  revokeAppKey: { params: Type.Object({ id: Uuid, keyId: Uuid }), response: nothing, status: 204 },
  getFirstData: { params: ById, response: FirstData, status: 200 },
  getSnippet: { params: ById, response: Snippet, status: 200 },
  previewSeverity: { body: PreviewSeverity, response: SeverityPreview, status: 200 },
  query: { body: QueryRequest, response: QueryResponse, status: 200 },
  listFields: { querystring: FieldListQuery, response: Page(FieldItem), status: 200 },
  listFieldValues: { params: FieldName, querystring: FieldValuesQuery, response: Page(FieldValue), status: 200 },
  listErrorGroups: { querystring: ErrorGroupQuery, response: Page(ErrorGroup), status: 200 },
  getErrorGroup: { params: ById, response: ErrorGroupDetail, status: 200 },
  resolveErrorGroup: { params: ById, body: ResolveErrorGroup, response: ErrorGroup, status: 200 },
  ignoreErrorGroup: { params: ById, body: IgnoreErrorGroup, response: ErrorGroup, status: 200 },
  reopenErrorGroup: { params: ById, body: ReopenErrorGroup, response: ErrorGroup, status: 200 },
  decideErrorGroups: { body: DecideErrorGroups, response: DecidedErrorGroups, status: 200 },
  listErrorGroupEvents: { params: ById, querystring: PageQuery, response: Page(ErrorGroupEvent), status: 200 },
  listErrorBreadcrumbs: { params: ErrorEventId, querystring: BreadcrumbsQuery, response: Breadcrumbs, status: 200 },
  listAlertRules: { querystring: PageQuery, response: Page(AlertRuleDetail), status: 200 },
  createAlertRule: { body: CreateAlertRule, response: AlertRuleDetail, status: 201 },
  previewAlertRule: { body: PreviewAlertRule, response: AlertPreview, status: 200 },
  getAlertRule: { params: ById, response: AlertRuleDetail, status: 200 },
  listAlertEvaluations: { params: ById, querystring: PageQuery, response: Page(RuleEvaluation), status: 200 },
  updateAlertRule: { params: ById, body: UpdateAlertRule, response: AlertRuleDetail, status: 200 },
  deleteAlertRule: { params: ById, response: nothing, status: 204 },
  listAlertInstances: { querystring: AlertInstanceQuery, response: Page(AlertInstanceDetail), status: 200 },
  getAlertInstance: { params: ById, response: AlertInstanceDetail, status: 200 },
  listAlertHistory: { params: ById, response: Page(AlertHistoryEntry), status: 200 },
  acknowledgeAlert: { params: ById, body: AcknowledgeAlert, response: AlertInstanceDetail, status: 200 },
  unacknowledgeAlert: { params: ById, body: ActOnAlert, response: AlertInstanceDetail, status: 200 },
  assignAlert: { params: ById, body: AssignAlert, response: AlertInstanceDetail, status: 200 },
  resolveAlert: { params: ById, body: ActOnAlert, response: AlertInstanceDetail, status: 200 },
  commentOnAlert: { params: ById, body: CommentOnAlert, response: AlertInstanceDetail, status: 200 },
  exportAlertRules: { querystring: ExportQuery, response: Type.String(), status: 200 },
  importAlertRules: { body: ImportRequest, response: ImportAnswer, status: 200 },
  listAssignees: { response: Assignees, status: 200 },
  countAlertInstances: { querystring: AlertCountQuery, response: AlertCounts, status: 200 },
  actOnAlerts: { body: ActOnAlerts, response: AlertsActedOn, status: 200 },
  listSilences: { querystring: SilenceQuery, response: Page(Silence), status: 200 },
  createSilence: { body: CreateSilence, response: Silence, status: 201 },
  getSilence: { params: ById, response: Silence, status: 200 },
  updateSilence: { params: ById, body: UpdateSilence, response: Silence, status: 200 },
  deleteSilence: { params: ById, response: nothing, status: 204 },
  listMaintenanceWindows: { querystring: MaintenanceWindowQuery, response: Page(MaintenanceWindow), status: 200 },
  createMaintenanceWindow: { body: CreateMaintenanceWindow, response: MaintenanceWindow, status: 201 },
  getMaintenanceWindow: { params: ById, response: MaintenanceWindow, status: 200 },
  updateMaintenanceWindow: { params: ById, body: UpdateMaintenanceWindow, response: MaintenanceWindow, status: 200 },
  deleteMaintenanceWindow: { params: ById, response: nothing, status: 204 },
  listIntegrations: { querystring: PageQuery, response: Page(Integration), status: 200 },
  createIntegration: { body: CreateIntegration, response: ChangedIntegration, status: 201 },
  getIntegration: { params: ById, response: Integration, status: 200 },
  updateIntegration: { params: ById, body: UpdateIntegration, response: ChangedIntegration, status: 200 },
  deleteIntegration: { params: ById, response: nothing, status: 204 },
  listHealthChecks: { querystring: HealthCheckQuery, response: Page(HealthCheck), status: 200 },
  createHealthCheck: { body: CreateHealthCheck, response: HealthCheck, status: 201 },
  tryHealthCheck: { body: TryHealthCheck, response: ProbeResult, status: 200 },
  getHealthCheck: { params: ById, response: HealthCheck, status: 200 },
  updateHealthCheck: { params: ById, body: UpdateHealthCheck, response: HealthCheck, status: 200 },
  deleteHealthCheck: { params: ById, response: nothing, status: 204 },
  runHealthCheck: { params: ById, body: Nullable(TryHealthCheck), response: ProbeResult, status: 200 },
  listHealthResults: { params: ById, querystring: ResultQuery, response: Page(ProbeResult), status: 200 },
  getUptime: { params: ById, response: UptimeReport, status: 200 },
  listIncidents: { querystring: IncidentQuery, response: Page(Incident), status: 200 },
  getIncident: { params: ById, response: IncidentDetail, status: 200 },
  updateIncident: { params: ById, body: UpdateIncident, response: IncidentDetail, status: 200 },
  commentOnIncident: { params: ById, body: CommentOnIncident, response: IncidentDetail, status: 200 },
  listStatusPages: { querystring: PageQuery, response: Page(StatusPage), status: 200 },
  createStatusPage: { body: CreateStatusPage, response: StatusPage, status: 201 },
  getStatusPage: { params: ById, response: StatusPage, status: 200 },
  updateStatusPage: { params: ById, body: UpdateStatusPage, response: StatusPage, status: 200 },
  deleteStatusPage: { params: ById, response: nothing, status: 204 },
  listBehaviour: { querystring: BehaviourQuery, response: Page(BehaviourCount), status: 200 },
  listTokens: { querystring: PageQuery, response: Page(Token), status: 200 },
  createToken: { body: CreateToken, response: CreatedToken, status: 201 },
  revokeToken: { params: ById, response: nothing, status: 204 },
  listNotificationChannels: { querystring: PageQuery, response: Page(NotificationChannel), status: 200 },
  listNotificationChannelNames: { response: Page(ChannelName), status: 200 },
  createNotificationChannel: { body: CreateNotificationChannel, response: NotificationChannel, status: 201 },
  getNotificationChannel: { params: ById, response: NotificationChannel, status: 200 },
  updateNotificationChannel: {
    params: ById,
    body: UpdateNotificationChannel,
    response: NotificationChannel,
    status: 200,
  },
  deleteNotificationChannel: { params: ById, response: nothing, status: 204 },
  testNotificationChannel: { params: ById, response: ChannelTest, status: 200 },
  testAlertRule: { params: ById, response: RuleTest, status: 200 },
  listNotificationDeliveries: {
    querystring: NotificationDeliveryQuery,
    response: Page(NotificationDelivery),
    status: 200,
  },
  listRetentionPolicies: { response: Page(RetentionPolicy), status: 200 },
  setRetentionPolicies: { body: SetRetentionPolicies, response: Page(RetentionPolicy), status: 200 },
  listKeptData: { response: Page(KeptData), status: 200 },
  countConsent: { querystring: ConsentQuery, response: Page(ConsentCount), status: 200 },
  listConsentOfSubject: { params: BySubject, response: Page(ConsentDecision), status: 200 },
  eraseConsentOfSubject: { params: BySubject, response: ErasedConsent, status: 200 },
  getStatus: { response: ServerStatus, status: 200 },
  getOpenApi: { response: Type.Record(Type.String(), Type.Unknown()), status: 200 },
} as const satisfies Record<RouteName, RouteSchema>;

export type RouteSchemas = typeof routeSchemas;

/** Schemas that the OpenAPI document names although no route carries them by themselves. */
export const namedSchemas = {
  Query,
  MonitoringMetric,
  AnalyticsEvent,
  PerformanceData,
  ErrorLog,
  AlertRule,
  AlertInstance,
  Dashboard,
  SystemHealth,
  EmailSettings,
  SlackBotSettings,
  SlackWebhookSettings,
  WebhookSettings,
};
