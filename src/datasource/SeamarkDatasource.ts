import {
  SupplementaryQueryType,
  type AdHocVariableFilter,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type DataSourceWithSupplementaryQueriesSupport,
  type MetricFindValue,
  type ScopedVars,
  type SupplementaryQueryOptions,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { merge, type Observable } from 'rxjs';
import type { FieldSource, FieldValuesOptions } from '../components/queryBuilder/FieldSource';
import type { FieldItem, FieldValue } from '../contract/resources/fieldList';
import type { ServerStatus } from '../contract/resources/status';
import { logsVolumeQuery } from './explore/logsVolumeQuery';
import { liveCounts } from './live/liveCounts';
import { adHocFilters } from './query/adHocFilters';
import { defaultQuery } from './query/defaultQuery';
import { describeQuery } from './query/describeQuery';
import { interpolateQuery } from './query/interpolateQuery';
import { isCompleteQuery } from '../components/queryBuilder/isCompleteQuery';
import { isDataKind } from '../contract/query/isDataKind';
import type { SeamarkQuery } from './query/SeamarkQuery';
import type { SeamarkSettings } from './SeamarkSettings';

/** The browser's half of the datasource. Everything that it knows about stored data it asks the server. */
export class SeamarkDatasource
  extends DataSourceWithBackend<SeamarkQuery, SeamarkSettings>
  implements DataSourceWithSupplementaryQueriesSupport<SeamarkQuery>, FieldSource
{
  private readonly templates: TemplateSrv;

  constructor(settings: DataSourceInstanceSettings<SeamarkSettings>, templates: TemplateSrv = getTemplateSrv()) {
    super(settings);
    this.templates = templates;
  }

  override getDefaultQuery(): Partial<SeamarkQuery> {
    return defaultQuery;
  }

  override getQueryDisplayText(query: SeamarkQuery): string {
    return describeQuery(query);
  }

  override filterQuery(query: SeamarkQuery): boolean {
    return isCompleteQuery(query);
  }

  override applyTemplateVariables(
    query: SeamarkQuery,
    scopedVars: ScopedVars,
    adHoc: AdHocVariableFilter[] = []
  ): SeamarkQuery {
    return interpolateQuery(
      query,
      (text, format) => this.templates.replace(text, scopedVars, format),
      adHocFilters(adHoc)
    );
  }

  /** Stored queries go to the server together; each live one is a stream of its own. */
  override query(request: DataQueryRequest<SeamarkQuery>): Observable<DataQueryResponse> {
    const live = request.targets.filter((target) => target.live);
    const stored = request.targets.filter((target) => !target.live && this.saysEnough(target, request.scopedVars));
    if (live.length === 0) {
      return super.query({ ...request, targets: stored });
    }
    const streams = live.map((target) =>
      liveCounts(this.uid, this.applyTemplateVariables(target, request.scopedVars), request)
    );
    return stored.length === 0 ? merge(...streams) : merge(super.query({ ...request, targets: stored }), ...streams);
  }

  /** A variable may hold nothing yet, as `$metric` on an empty database: then there is nothing to ask, and no error. */
  private saysEnough(target: SeamarkQuery, scopedVars: ScopedVars): boolean {
    return !isCompleteQuery(target) || isCompleteQuery(this.applyTemplateVariables(target, scopedVars));
  }

  getSupportedSupplementaryQueryTypes(): SupplementaryQueryType[] {
    return [SupplementaryQueryType.LogsVolume];
  }

  getSupplementaryQuery(options: SupplementaryQueryOptions, query: SeamarkQuery): SeamarkQuery | undefined {
    return logsVolumeQuery(options, query);
  }

  getSupplementaryRequest(
    type: SupplementaryQueryType,
    request: DataQueryRequest<SeamarkQuery>
  ): DataQueryRequest<SeamarkQuery> | undefined {
    if (type !== SupplementaryQueryType.LogsVolume) {
      return undefined;
    }
    const targets = request.targets.flatMap((query) => logsVolumeQuery({ type }, query) ?? []);
    return targets.length > 0 ? { ...request, targets } : undefined;
  }

  /** Fields to group by and filter on; without a kind all that any kind has. */
  async listFields(kind?: string): Promise<FieldItem[]> {
    const page = await this.getResource<{ items: FieldItem[] }>('fields', kind ? { kind } : undefined, quietly);
    return page.items;
  }

  /** Values that a field had, most frequent first. Variables in `app` are replaced; several apps count as none. */
  async listFieldValues(field: string, options: FieldValuesOptions = {}): Promise<FieldValue[]> {
    const { kind, search, range } = options;
    const app = options.app && this.templates.replace(options.app, {}, (value: unknown) => String(value));
    const params = {
      ...(kind && { kind }),
      ...(app && !app.includes('$') && !app.includes(',') && { app }),
      ...(search && { search }),
      ...(range && { from: range.from.toISOString(), to: range.to.toISOString() }),
    };
    const path = `fields/${encodeURIComponent(field)}/values`;
    return (await this.getResource<{ items: FieldValue[] }>(path, params, quietly)).items;
  }

  /** Names of the dashboard's variables. */
  listVariables(): string[] {
    return this.templates.getVariables().map(({ name }) => name);
  }

  /** How the server is. */
  getStatus(): Promise<ServerStatus> {
    return this.getResource<ServerStatus>('status', undefined, quietly);
  }

  override async getTagKeys(options?: DataSourceGetTagKeysOptions<SeamarkQuery>): Promise<MetricFindValue[]> {
    const found = await this.listFields(onlyKind(options?.queries));
    return found.map(({ name, label }) => ({
      text: label,
      value: name,
      group: name.includes('.') ? 'Attributes' : '',
    }));
  }

  override async getTagValues(options: DataSourceGetTagValuesOptions<SeamarkQuery>): Promise<MetricFindValue[]> {
    const kind = onlyKind(options.queries);
    const found = await this.listFieldValues(options.key, { kind, range: options.timeRange });
    return found.map(({ value }) => ({ text: value }));
  }
}

/** Suggestions that fail leave an input where one can still type; a toast over it would only be in the way. */
const quietly = { showErrorAlert: false };

/** The one kind that the queries of a dashboard ask about, if it is one. */
function onlyKind(queries: readonly SeamarkQuery[] | undefined): string | undefined {
  const kinds = new Set(queries?.map(({ kind }) => kind).filter(isDataKind));
  return kinds.size === 1 ? [...kinds][0] : undefined;
}
