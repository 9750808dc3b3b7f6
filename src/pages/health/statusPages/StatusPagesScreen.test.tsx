import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { ApiError } from '../../../api/ApiError';
import { isAdmin } from '../../../api/datasource';
import { answerRoutes, sentTo } from '../../../api/testing/answerRoutes';
import { roomForOptions } from '../../../components/testing/roomForOptions';
import type { StatusPage } from '../../../contract/resources/statusPages';
import { storedCheck } from '../testing/storedCheck';
import StatusPagesScreen from './StatusPagesScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');

const stored: StatusPage = {
  id: 'p1',
  slug: 'shop',
  title: 'Shop status',
  description: '',
  enabled: false,
  services: [{ check_id: storedCheck.id, display_name: 'Checkout' }],
  url: 'https://status.example/status/shop',
  version: 3,
  created_at: '2026-11-29T08:00:00.000Z',
  updated_at: '2026-11-29T08:00:00.000Z',
};

/** The pages of a server with these answers; an Error is thrown. */
async function show(pages: StatusPage[], answers: Record<string, unknown> = {}) {
  jest.mocked(isAdmin).mockReturnValue(true);
  const all: Record<string, unknown> = {
    listStatusPages: { items: pages, next_cursor: null },
    listHealthChecks: { items: [storedCheck], next_cursor: null },
    ...answers,
  };
  answerRoutes(all);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <StatusPagesScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
  await screen.findByRole('button', { name: 'New status page' });
}

jest.setTimeout(120_000);
beforeEach(roomForOptions);

describe('status pages', () => {
  it('say what one is for where there is none, and are created off, with what was chosen', async () => {
    await show([], { createStatusPage: stored });
    expect(screen.getByText(/is off until you switch it on/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'New status page' }));
    fireEvent.change(screen.getByLabelText(/^Title/), { target: { value: 'Shop status' } });
    expect(screen.getByLabelText(/^Address/)).toHaveValue('shop-status');
    await userEvent.click(screen.getByRole('combobox', { name: 'Add a service' }));
    await userEvent.click(await screen.findByText('checkout'));
    fireEvent.change(screen.getByLabelText('Name of checkout for visitors'), { target: { value: 'Paying' } });
    await userEvent.click(screen.getByRole('button', { name: 'Create the page' }));
    await screen.findByRole('button', { name: 'New status page' });
    expect(sentTo('createStatusPage')).toEqual([
      {
        body: {
          title: 'Shop status',
          slug: 'shop-status',
          description: '',
          enabled: false,
          services: [{ check_id: storedCheck.id, display_name: 'Paying' }],
        },
      },
    ]);
  });

  it('say what is missing before anything is sent', async () => {
    await show([]);
    await userEvent.click(screen.getByRole('button', { name: 'New status page' }));
    await userEvent.click(screen.getByRole('button', { name: 'Create the page' }));
    expect(screen.getByText(/A title is needed/)).toBeInTheDocument();
    expect(sentTo('createStatusPage')).toEqual([]);
  });

  it('lead to a page that is on only', async () => {
    await show([stored, { ...stored, id: 'p2', title: 'Other', enabled: true }]);
    const [off, on] = screen.getAllByRole('listitem').filter((item) => within(item).queryByRole('heading'));
    expect(within(off as HTMLElement).queryByRole('link', { name: /status\.example/ })).not.toBeInTheDocument();
    expect(within(on as HTMLElement).getByRole('link', { name: /status\.example/ })).toHaveAttribute(
      'href',
      stored.url
    );
  });

  it('are switched on in one click, unless somebody else was faster', async () => {
    await show([stored], { updateStatusPage: new ApiError('It is version 4 by now', 409) });
    await userEvent.click(screen.getByRole('button', { name: 'Switch on' }));
    expect(await screen.findByText('It is version 4 by now')).toBeInTheDocument();
    expect(sentTo('updateStatusPage')).toEqual([
      { params: { id: 'p1' }, body: { enabled: true, expected_version: 3 } },
    ]);
  });

  it('ask before one is deleted', async () => {
    await show([stored], { deleteStatusPage: null });
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }));
    expect(sentTo('deleteStatusPage')).toEqual([]);
    await userEvent.click(within(screen.getByRole('dialog')).getByText('Delete the page'));
    expect(sentTo('deleteStatusPage')).toEqual([{ params: { id: 'p1' } }]);
  });

  it('are for Admins', () => {
    jest.mocked(isAdmin).mockReturnValue(false);
    answerRoutes({});
    render(<StatusPagesScreen datasourceUid="seamark" />);
    expect(screen.getByText('Status pages are for Admins only')).toBeInTheDocument();
    expect(sentTo('listStatusPages')).toEqual([]);
  });
});
