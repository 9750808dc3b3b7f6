import { CustomVariableSupport, type DataQueryRequest, type DataQueryResponse } from '@grafana/data';
import type { Observable } from 'rxjs';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import type { SeamarkDatasource } from '../SeamarkDatasource';
import { asVariableQuery } from './asVariableQuery';
import { LazyVariableEditor } from './LazyVariableEditor';

/** Values of a field as the options of a dashboard's variable. */
export class SeamarkVariables extends CustomVariableSupport<SeamarkDatasource, SeamarkQuery> {
  readonly editor = LazyVariableEditor;
  private readonly datasource: SeamarkDatasource;

  constructor(datasource: SeamarkDatasource) {
    super();
    this.datasource = datasource;
  }

  override getDefaultQuery(): Partial<SeamarkQuery> {
    return { kind: 'variables', of: 'performance', field: 'app' };
  }

  override query(request: DataQueryRequest<SeamarkQuery>): Observable<DataQueryResponse> {
    return this.datasource.query({ ...request, targets: request.targets.map(asVariableQuery) });
  }
}
