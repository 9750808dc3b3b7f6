import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { callRoute } from '../../api/callRoute';
import { mayEdit } from '../../api/datasource';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { ErrorsScreen } from './ErrorsScreen';

jest.mock('../../api/callRoute');
jest.mock('../../api/datasource');
jest.mock('./Trend', () => ({ Trend: () => null }));
// Drawn by measuring text, which no canvas does here.
jest.mock('./GroupFilters', () => ({ GroupFilters: () => null }));

const group = (id: string, more: Partial<ErrorGroup> = {}): ErrorGroup => ({
  id,
  app_id: 'a',
  app: 'shop',
  fingerprint: `f-${id}`,
  fingerprint_rule: 'message',
  title: `TypeError: ${id}`,
  culprit: 'total (app.js)',
  severity: 'high',
  status: 'unresolved',
  first_seen: '2026-11-23T00:00:00.000Z',
  last_seen: '2026-11-23T00:00:00.000Z',
  events: 1,
  users: 1,
  releases: [],
  trend: [],
  resolved_in: null,
  ignored_until: null,
  ignored_until_events: null,
  version: 3,
  ...more,
});
const route = jest.mocked(callRoute);
const decisions = () => route.mock.calls.filter(([, name]) => name === 'decideErrorGroups').map(([, , input]) => input);

/** The screen with three groups; `conflicts` are refused when somebody decides about them. */
async function show(role: 'Viewer' | 'Editor', conflicts: readonly string[] = []): Promise<void> {
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  route.mockReset();
  const groups = [group('one'), group('two'), group('three', { status: 'ignored' })];
  const conflict = { code: 'conflict', message: 'Somebody was faster' };
  route.mockImplementation((async (_uid: string, name: string, input: { body?: { items: Array<{ id: string }> } }) => {
    if (name !== 'decideErrorGroups') {
      return { items: name === 'listErrorGroups' ? groups : [], next_cursor: null };
    }
    const outcome = ({ id }: { id: string }) =>
      conflicts.includes(id) ? { id, status: 409, error: conflict } : { id, status: 200, group: group(id) };
    return { items: input.body?.items.map(outcome) };
  }) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <ErrorsScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
  await screen.findByText('TypeError: one');
}

// Renders a table of Grafana's for each key that is typed.
jest.setTimeout(20_000);

describe('the list of errors', () => {
  it('shows a Viewer no way to decide', async () => {
    await show('Viewer');
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.queryByText(/resolves/)).not.toBeInTheDocument();
  });

  it('lets an Editor decide about what is selected, as it was seen', async () => {
    await show('Editor');
    expect(screen.queryByRole('button', { name: 'Resolve' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select TypeError: two' }));
    expect(screen.queryByRole('button', { name: 'Reopen' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all of the list' }));
    expect(screen.getByText('3 selected')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reopen' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Resolve' }));
    const items = ['one', 'two', 'three'].map((id) => ({ id, expected_version: 3 }));
    expect(decisions()).toEqual([{ body: { act: 'resolve', in: 'now', items } }]);
    expect(await screen.findByText(/^3 errors resolved/)).toBeInTheDocument();
  });

  it('names what somebody else was faster with, and keeps it selected', async () => {
    await show('Editor', ['two']);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select all of the list' }));
    await userEvent.click(screen.getByRole('button', { name: 'Reopen' }));
    expect(await screen.findByText('TypeError: two: Somebody was faster')).toBeInTheDocument();
    expect(screen.getByText('1 selected')).toBeInTheDocument();
    expect(screen.getByRole('checkbox', { name: 'Select TypeError: two' })).toBeChecked();
  });

  it('can be worked through with the keyboard', async () => {
    await show('Editor');
    await userEvent.keyboard('r');
    expect(decisions()).toEqual([]);
    await userEvent.keyboard('jxjx');
    expect(screen.getByRole('checkbox', { name: 'Select TypeError: two' })).toHaveFocus();
    await userEvent.keyboard('i');
    const items = ['one', 'two'].map((id) => ({ id, expected_version: 3 }));
    expect(decisions()).toEqual([{ body: { act: 'ignore', items } }]);
  });
});
