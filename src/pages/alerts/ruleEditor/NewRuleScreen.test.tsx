import { locationService } from '@grafana/runtime';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { MemoryRouter } from 'react-router-dom';
import { callRoute } from '../../../api/callRoute';
import { mayEdit } from '../../../api/datasource';
import { storedRule } from '../rules/testing/storedRule';
import NewRuleScreen from './NewRuleScreen';

jest.mock('../../../api/callRoute');
jest.mock('../../../api/datasource');
jest.mock('./WhatStep', () => ({ WhatStep: () => null }));
jest.mock('./ChannelsInput', () => ({ ChannelsInput: () => null }));
jest.mock('./PreviewChart', () => ({ PreviewChart: () => null }));

const stored = storedRule();
const address = '/a/seamark-monitoring-app/alerts/rules/new';

function open(search = '', role: 'Viewer' | 'Editor' = 'Editor') {
  locationService.push(`${address}${search}`);
  jest.mocked(mayEdit).mockReturnValue(role === 'Editor');
  jest
    .mocked(callRoute)
    .mockImplementation((async (_uid: string, name: string) =>
      name === 'previewAlertRule' ? new Promise(() => undefined) : stored) as typeof callRoute);
  render(
    <MemoryRouter future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
      <NewRuleScreen datasourceUid="seamark" />
    </MemoryRouter>
  );
}

jest.setTimeout(60_000);

describe('a new rule', () => {
  it('leads to where it is kept, and asks nobody whether to leave without saving', async () => {
    open('?preset=lcp-poor');
    fireEvent.change(await screen.findByRole('textbox', { name: /^Name/ }), { target: { value: 'Mine' } });
    await userEvent.click(screen.getByRole('button', { name: 'Create the rule' }));
    await waitFor(() => expect(locationService.getLocation().pathname).toContain(stored.id));
    expect(locationService.getSearch().get('saved')).toBe(stored.updated_at);
    expect(screen.queryByText('Leave without saving?')).not.toBeInTheDocument();
  });

  it('begins as a copy under another name', async () => {
    open(`?copy=${stored.id}`);
    expect(await screen.findByRole('textbox', { name: /^Name/ })).toHaveValue('LCP is poor (copy)');
  });

  it('is not for a Viewer', () => {
    open('', 'Viewer');
    expect(screen.getByText('Only Editors and Admins create rules')).toBeInTheDocument();
  });
});
