import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { roomForOptions } from '../../components/testing/roomForOptions';
import { testDatasource } from '../testing/testDatasource';
import { asVariableQuery } from './asVariableQuery';
import { VariableEditor } from './VariableEditor';

async function open(query: Partial<SeamarkQuery>) {
  const onChange = jest.fn();
  const { datasource } = testDatasource();
  render(
    <VariableEditor datasource={datasource} query={query as SeamarkQuery} onChange={onChange} onRunQuery={jest.fn()} />
  );
  // The fields of the kind arrive.
  await act(async () => undefined);
  return onChange;
}

jest.setTimeout(30_000);
beforeEach(roomForOptions);
afterEach(() => jest.restoreAllMocks());

describe('the editor of a variable', () => {
  it('chooses the field whose values are offered', async () => {
    const onChange = await open({ refId: 'v', kind: 'variables', of: 'errors', field: 'app' });
    await userEvent.type(screen.getByRole('combobox', { name: 'Field' }), 'sever');
    await userEvent.click(await screen.findByRole('option', { name: /^Severity/ }));
    expect(onChange).toHaveBeenCalledWith(
      expect.objectContaining({ kind: 'variables', of: 'errors', field: 'severity' })
    );
  });
  it('drops filters of the rows it no longer looks at', async () => {
    const onChange = await open({
      field: 'app',
      of: 'errors',
      filters: [{ field: 'severity', operator: '=', value: 'high' }],
    });
    await userEvent.click(screen.getByRole('radio', { name: 'Events' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ of: 'events', filters: undefined }));
  });
  it('survives what another datasource kept in its place', async () => {
    await open({ query: 'label_values(app)' } as Partial<SeamarkQuery>);
    expect(screen.getByRole('radio', { name: 'Performance' })).toBeChecked();
  });
});

describe('the query behind a variable', () => {
  it('needs no more than a field', () => {
    expect(asVariableQuery({ field: 'app' })).toEqual({
      refId: 'variable',
      kind: 'variables',
      field: 'app',
      limit: 1000,
    });
  });
  it('keeps its own limit', () => {
    expect(asVariableQuery({ refId: 'v', field: 'app', limit: 5 }).limit).toBe(5);
  });
});
