import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { roomForOptions } from '../../components/testing/roomForOptions';
import { testDatasource } from '../testing/testDatasource';
import { QueryEditor } from './QueryEditor';

type Fakes = Parameters<typeof testDatasource>[0];

/** The editor as a panel holds it: what it changes comes back to it. */
async function open(query: Partial<SeamarkQuery>, fakes?: Fakes) {
  const { datasource } = testDatasource(fakes);
  const onChange = jest.fn();
  const onRunQuery = jest.fn();
  const Panel = () => {
    const [current, setCurrent] = useState({ refId: 'A', ...query } as SeamarkQuery);
    const keep = (next: SeamarkQuery) => {
      onChange(next);
      setCurrent(next);
    };
    return <QueryEditor datasource={datasource} query={current} onChange={keep} onRunQuery={onRunQuery} />;
  };
  render(<Panel />);
  // The fields of the kind arrive.
  await act(async () => undefined);
  return { onChange, onRunQuery };
}
const words = () => screen.getByRole('status', { name: 'The query in words' }).textContent;
const lcp = { kind: 'performance', metric: 'LCP', calculation: 'p75' } as const;

jest.setTimeout(30_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('the query editor', () => {
  it('says in words what is asked', async () => {
    await open({ ...lcp, groupBy: ['page_path'], filters: [{ field: 'browser', operator: '=', value: 'Firefox' }] });
    expect(words()).toBe('p75 of LCP by page, where browser is Firefox');
    expect(screen.getByRole('group', { name: 'Filter on Browser' })).toBeInTheDocument();
  });
  it('starts afresh from what another datasource left behind', async () => {
    const { onChange } = await open({ expr: 'up' } as Partial<SeamarkQuery>);
    await waitFor(() => expect(onChange).toHaveBeenCalledWith(expect.objectContaining(lcp)));
    expect(words()).toBe('p75 of LCP');
  });
  it('changes the kind, keeps what fits, and runs at once', async () => {
    const { onChange, onRunQuery } = await open({ ...lcp, groupBy: ['browser', 'rating'] });
    await userEvent.click(screen.getByRole('radio', { name: 'Errors' }));
    expect(onChange).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'errors', calculation: 'count', groupBy: ['browser'] })
    );
    expect(onRunQuery).toHaveBeenCalledTimes(1);
    expect(words()).toBe('number of errors by browser');
  });
  it('does not run a query that lacks its metric, and says what is missing', async () => {
    const { onRunQuery } = await open(lcp);
    await userEvent.click(screen.getByRole('radio', { name: 'Metrics' }));
    expect(screen.getByText('Choose a metric.')).toBeInTheDocument();
    expect(words()).toContain('(not asked yet)');
    expect(onRunQuery).not.toHaveBeenCalled();
  });
  it('offers only calculations that fit, each explained', async () => {
    await open({ kind: 'events', calculation: 'count' });
    await userEvent.click(screen.getByRole('combobox', { name: 'Calculation' }));
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      'CountHow many there were',
      'RateHow many per second',
      expect.stringContaining('Unique users'),
      expect.stringContaining('Unique sessions'),
    ]);
  });
  it('points at a calculation that its kind does not have', async () => {
    await open({ kind: 'errors', calculation: 'p75' });
    expect(screen.getByText('p75 does not exist for Errors.')).toBeInTheDocument();
  });
  it('leaves shares when a metric without ratings is chosen', async () => {
    const { onChange } = await open({ ...lcp, calculation: 'share_good' }, { values: ['long_task'] });
    await userEvent.click(screen.getByRole('combobox', { name: 'Metric' }));
    await userEvent.click(await screen.findByRole('option', { name: /long_task/ }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ metric: 'long_task', calculation: 'p75' }));
  });
  it('still offers the vitals when the server does not answer', async () => {
    await open(lcp, { values: new Error('away'), fields: new Error('away') });
    await userEvent.click(screen.getByRole('combobox', { name: 'Metric' }));
    expect(await screen.findByRole('option', { name: /Interaction to Next Paint/ })).toBeInTheDocument();
  });
  it('takes a limit when it is left, not while it is typed', async () => {
    const { onChange } = await open({ ...lcp, groupBy: ['browser'] });
    await userEvent.type(screen.getByRole('spinbutton', { name: 'Groups at most' }), '25');
    expect(onChange).not.toHaveBeenCalled();
    await userEvent.tab();
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ limit: 25 }));
  });
  it('shows more than ten lines of a log unless told otherwise', async () => {
    const { onChange } = await open({ kind: 'errors', calculation: 'count' });
    await userEvent.click(screen.getByRole('radio', { name: 'Logs' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ format: 'logs', limit: 100 }));
    expect(screen.queryByRole('combobox', { name: 'Calculation' })).not.toBeInTheDocument();
  });
  it('asks live for nothing but the app', async () => {
    const { onChange } = await open({ ...lcp, filters: [{ field: 'browser', operator: '=', value: 'Firefox' }] });
    await userEvent.click(screen.getByRole('radio', { name: 'Live' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ kind: 'events', live: true }));
    expect(screen.queryByRole('group', { name: /Filter on/ })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Only one app' })).toBeInTheDocument();
  });
});

describe('filters of the query editor', () => {
  it('keep a half-typed filter out of the query', async () => {
    const { onChange, onRunQuery } = await open({ kind: 'events' }, { values: ['Firefox', 'Chrome'] });
    await userEvent.click(screen.getByRole('button', { name: 'Add filter' }));
    const row = screen.getByRole('group', { name: 'New filter' });
    await userEvent.click(within(row).getByRole('combobox', { name: 'Field' }));
    await userEvent.click(await screen.findByRole('option', { name: /^Browser ?browser$/ }));
    expect(onChange).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('combobox', { name: 'Value' }));
    await userEvent.click(await screen.findByRole('option', { name: /Firefox/ }));
    expect(onChange).toHaveBeenCalledWith(
      expect.objectContaining({ filters: [{ field: 'browser', operator: '=', value: 'Firefox' }] })
    );
    expect(onRunQuery).toHaveBeenCalledTimes(1);
  });
  it('take a pattern when Enter is pressed', async () => {
    const { onChange } = await open({ kind: 'events', filters: [{ field: 'page_path', operator: '=~', value: '^/' }] });
    await userEvent.type(screen.getByRole('textbox', { name: 'Value' }), 'cart{Enter}');
    expect(onChange).toHaveBeenCalledWith(
      expect.objectContaining({ filters: [{ field: 'page_path', operator: '=~', value: '^/cart' }] })
    );
  });
  it('go when removed', async () => {
    const { onChange } = await open({ kind: 'events', filters: [{ field: 'app', operator: '=', value: 'shop' }] });
    await userEvent.click(screen.getByRole('button', { name: 'Remove the filter' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ filters: [] }));
  });
});
