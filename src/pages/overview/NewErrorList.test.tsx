import { render, screen } from '@testing-library/react';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../api/ApiError';
import { callRoute } from '../../api/callRoute';
import type { ErrorGroup } from '../../contract/resources/errorGroups';
import { NewErrorList } from './NewErrorList';

jest.mock('../../api/callRoute');
const route = jest.mocked(callRoute);

const group = (id: string, more: Partial<ErrorGroup> = {}): ErrorGroup =>
  ({
    ...{
      id,
      app: 'shop',
      title: `TypeError: ${id}`,
      culprit: 'total (cart.js)',
      severity: 'high',
      status: 'unresolved',
    },
    ...{ events: 1204, users: 1, first_seen: '2026-11-29T10:00:00.000Z', last_seen: '2026-11-29T11:00:00.000Z' },
    ...more,
  }) as ErrorGroup;
const range = { from: Date.parse('2026-11-29T09:00:00Z'), to: Date.parse('2026-11-29T12:00:00Z') };

function show(found: { unresolved: ErrorGroup[]; regressed: ErrorGroup[] } | ApiError) {
  route.mockReset();
  route.mockImplementation((async (_uid: string, _name: string, { query }: { query: { status: string } }) => {
    if (found instanceof ApiError) {
      throw found;
    }
    return { items: query.status === 'regressed' ? found.regressed : found.unresolved, next_cursor: null };
  }) as unknown as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <NewErrorList datasourceUid="seamark" apps={undefined} range={range} />
    </MemoryRouter>
  );
}

describe('new and regressed errors on the overview', () => {
  it('lead to their pages and say which of the two they are', async () => {
    const back = group('back', { status: 'regressed', first_seen: '2026-10-01T00:00:00.000Z' });
    const old = group('old', { first_seen: '2026-10-01T00:00:00.000Z' });
    show({ unresolved: [group('fresh'), old], regressed: [back] });
    const links = await screen.findAllByRole('link');
    expect(links.map((link) => link.textContent)).toEqual(['TypeError: back', 'TypeError: fresh']);
    expect(links[0]).toHaveAttribute('href', expect.stringContaining('/errors/back'));
    expect(screen.getByText('Regressed')).toBeInTheDocument();
    expect(screen.getByText('New')).toBeInTheDocument();
    expect(screen.getAllByText('1,204 events, 1 user')).toHaveLength(2);
    expect(screen.getByText('2 h ago')).toBeInTheDocument();
  });
  it('say that there are none, and lead to the others', async () => {
    show({ unresolved: [], regressed: [] });
    expect(await screen.findByText(/No error began or came back/)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'All errors' })).toBeInTheDocument();
  });
  it('say what is wrong, and try again', async () => {
    show(new ApiError('The database is away', 503));
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    expect(screen.getByText('Try again')).toBeInTheDocument();
  });
});
