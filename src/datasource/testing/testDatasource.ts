import { PluginType, type DataSourceInstanceSettings } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import type { FieldItem, FieldValue } from '../../contract/resources/fieldList';
import { pluginIds } from '../../contract/pluginIds';
import { fakeReplace } from '../query/testing/fakeReplace';
import { SeamarkDatasource } from '../SeamarkDatasource';
import type { SeamarkSettings } from '../SeamarkSettings';

const settings: DataSourceInstanceSettings<SeamarkSettings> = {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- Grafana 12 still asks for it
  id: 1,
  uid: 'seamark',
  name: 'Seamark',
  type: pluginIds.datasource,
  access: 'proxy',
  readOnly: false,
  jsonData: {},
  meta: {
    id: pluginIds.datasource,
    name: 'Seamark',
    type: PluginType.datasource,
    module: '',
    baseUrl: '',
    info: {
      author: { name: '' },
      description: '',
      links: [],
      logos: { large: '', small: '' },
      screenshots: [],
      updated: '',
      version: '',
    },
  },
};

interface Fakes {
  variables?: Parameters<typeof fakeReplace>[0];
  /** What `fields` answers; an Error is thrown. */
  fields?: FieldItem[] | Error;
  /** What `fields/{name}/values` answers. */
  values?: Array<FieldValue['value']> | Error;
}

/** A datasource whose server is played by the test, and the calls that reached it. */
export function testDatasource({ variables = {}, fields = [], values = [] }: Fakes = {}) {
  const replace = fakeReplace(variables);
  const templates: TemplateSrv = {
    replace: (text, _scoped, format) => replace(text ?? '', format as Parameters<typeof replace>[1]),
    getVariables: () => [],
    containsTemplate: (text) => text?.includes('$') ?? false,
    updateTimeRange: () => undefined,
  };
  setTemplateSrv(templates);
  const datasource = new SeamarkDatasource(settings, templates);
  const getResource = jest.spyOn(datasource, 'getResource').mockImplementation((path: string) => {
    const answer = path === 'fields' ? fields : values;
    return answer instanceof Error
      ? Promise.reject(answer)
      : Promise.resolve({ items: answer.map((item) => (typeof item === 'string' ? { value: item, count: 7 } : item)) });
  });
  return { datasource, getResource };
}
