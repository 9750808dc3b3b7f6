import { SceneCanvasText, SceneTimeRange } from '@grafana/scenes';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../../api/ApiError';
import { isAdmin } from '../../api/datasource';
import { hasAnyData } from './hasAnyData';
import { OverviewBody } from './OverviewBody';

jest.mock('./hasAnyData');
jest.mock('../../api/datasource');
const has = jest.mocked(hasAnyData);

function show() {
  const $timeRange = new SceneTimeRange({ from: 'now-24h', to: 'now' });
  const content = new SceneCanvasText({ text: 'panels' });
  const body = new OverviewBody({ datasourceUid: 'u', content, $timeRange });
  render(<body.Component model={body} />);
}

describe('the overview', () => {
  it('shows its panels where there is data, without waiting to know', async () => {
    has.mockResolvedValue(true);
    show();
    expect(screen.getByText('panels')).toBeInTheDocument();
    expect(await screen.findByText('panels')).toBeInTheDocument();
  });
  it('shows an Admin three steps while nothing has ever come', async () => {
    has.mockResolvedValue(false);
    jest.mocked(isAdmin).mockReturnValue(true);
    show();
    expect(await screen.findByRole('link', { name: 'Connect an app' })).toBeInTheDocument();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });
  it('tells everybody else whom to ask', async () => {
    has.mockResolvedValue(false);
    jest.mocked(isAdmin).mockReturnValue(false);
    show();
    expect(await screen.findByText(/Ask an Admin/)).toBeInTheDocument();
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
  it('says what is wrong with the server, and tries again when asked', async () => {
    has.mockRejectedValueOnce(new ApiError('The database is away', 503)).mockResolvedValueOnce(true);
    show();
    expect(await screen.findByText('The database is away')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Try again/ }));
    expect(await screen.findByText('panels')).toBeInTheDocument();
  });
});
