import type { DataSourceSettings } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { ServerStatus } from '../../contract/resources/status';
import type { SeamarkSecrets, SeamarkSettings } from '../SeamarkSettings';
import { testDatasource } from '../testing/testDatasource';
import { ConfigEditor } from './ConfigEditor';

type Options = DataSourceSettings<SeamarkSettings, SeamarkSecrets>;

const status: ServerStatus = {
  version: '0.1.0',
  ok: true,
  findings: [{ level: 'warning', message: 'The encryption key lies beside the data.' }],
  database: { mode: 'embedded', version: '18.4', size_bytes: 73_400_320, schema: 1 },
  ingest_url: 'https://in.example',
};

function open(part: Partial<Options> = {}, answer: ServerStatus | Error = new Error('away')) {
  const { datasource, getResource } = testDatasource();
  getResource.mockImplementation(() => (answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)));
  setDataSourceSrv({ get: () => Promise.resolve(datasource) } as unknown as DataSourceSrv);
  const onOptionsChange = jest.fn();
  const Page = () => {
    const [options, setOptions] = useState({
      uid: 'seamark',
      url: '',
      jsonData: {},
      secureJsonFields: {},
      readOnly: false,
      ...part,
    } as Options);
    const keep = (next: Options) => {
      onOptionsChange(next);
      setOptions(next);
    };
    return <ConfigEditor options={options} onOptionsChange={keep} />;
  };
  render(<Page />);
  return { onOptionsChange };
}

afterEach(() => jest.restoreAllMocks());

describe('the settings of the datasource', () => {
  it('need nothing for the server inside this Grafana', () => {
    open();
    expect(screen.getByText(/nothing to fill in/)).toBeInTheDocument();
    expect(screen.queryByLabelText('Address')).not.toBeInTheDocument();
  });
  it('take address and token of another server', async () => {
    const { onOptionsChange } = open();
    await userEvent.click(screen.getByRole('radio', { name: 'Another server' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Address/ }), 'http://seamark:8028');
    expect(onOptionsChange).toHaveBeenLastCalledWith(expect.objectContaining({ url: 'http://seamark:8028' }));
    await userEvent.type(screen.getByLabelText(/Token/), ' s3cret ');
    expect(onOptionsChange).toHaveBeenLastCalledWith(expect.objectContaining({ secureJsonData: { token: 's3cret' } }));
  });
  it('say what is wrong with an address', async () => {
    open({ url: 'seamark:8028' });
    expect(screen.getByText('An address begins with http:// or https://.')).toBeInTheDocument();
  });
  it('never show a kept token, and forget it when asked', async () => {
    const { onOptionsChange } = open({ url: 'http://seamark:8028', secureJsonFields: { token: true } });
    expect(screen.getByLabelText(/Token/)).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(onOptionsChange).toHaveBeenLastCalledWith(expect.objectContaining({ secureJsonFields: { token: false } }));
  });
  it('leave neither address nor token behind when the own server is chosen again', async () => {
    const { onOptionsChange } = open({ url: 'http://seamark:8028', secureJsonFields: { token: true } });
    await userEvent.click(screen.getByRole('radio', { name: 'This Grafana' }));
    expect(onOptionsChange).toHaveBeenLastCalledWith(
      expect.objectContaining({ url: '', secureJsonData: {}, secureJsonFields: { token: false } })
    );
  });
  it('cannot be changed where a file provides them', () => {
    open({ url: 'http://seamark:8028', readOnly: true });
    expect(screen.getByRole('textbox', { name: /Address/ })).toBeDisabled();
    expect(screen.getByRole('radio', { name: 'This Grafana' })).toBeDisabled();
  });
  it('show the server that answers and what it has to say', async () => {
    open({}, status);
    expect(await screen.findByText('Seamark 0.1.0 on its own PostgreSQL 18.4, 70 MiB.')).toBeInTheDocument();
    expect(screen.getByText(/https:\/\/in\.example/)).toBeInTheDocument();
    expect(screen.getByText('The encryption key lies beside the data.')).toBeInTheDocument();
  });
  it('show no server while none answers', async () => {
    open({}, new Error('away'));
    expect(await screen.findByRole('link', { name: 'Connect a site' })).toHaveAttribute(
      'href',
      '/a/seamark-monitoring-app/settings'
    );
    expect(screen.queryByText('The server that answers')).not.toBeInTheDocument();
  });
});
