import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { ApiError } from '../api/ApiError';
import { createDatasource, mayCreateDatasource } from '../api/datasource';
import { FirstRun } from './FirstRun';

jest.mock('../api/datasource');
jest.mock('@grafana/runtime', () => ({ config: { appSubUrl: '/grafana' } }));
const mayCreate = jest.mocked(mayCreateDatasource);
const create = jest.mocked(createDatasource);

describe('the first run', () => {
  it('tells an Admin what the button made, and leads on by a full load', async () => {
    mayCreate.mockReturnValue(true);
    create.mockResolvedValue({ uid: 'seamark', name: 'Seamark' });
    render(<FirstRun />);
    await userEvent.click(screen.getByRole('button', { name: 'Create the data source' }));
    expect(await screen.findByText('Created the data source “Seamark”')).toBeInTheDocument();
    const on = screen.getByRole('link', { name: 'Connect an app' });
    expect(on).toHaveAttribute('href', '/grafana/a/seamark-monitoring-app/settings');
    expect(on).toHaveAttribute('target', '_self');
  });
  it('says why it did not work, and lets one try again', async () => {
    mayCreate.mockReturnValue(true);
    create.mockRejectedValueOnce(new ApiError('data source with the same name already exists', 409));
    render(<FirstRun />);
    await userEvent.click(screen.getByRole('button', { name: 'Create the data source' }));
    expect(await screen.findByText('data source with the same name already exists')).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Create the data source' })).toBeEnabled());
  });
  it('tells everybody else whom to ask', () => {
    mayCreate.mockReturnValue(false);
    render(<FirstRun />);
    expect(screen.getByText(/Ask an Admin to open this page/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
