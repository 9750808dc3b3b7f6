import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { isCompleteQuery } from '../../components/queryBuilder/isCompleteQuery';
import { queryHints } from '../../components/queryBuilder/queryHints';
import { testDatasource } from '../testing/testDatasource';
import { CheatSheet } from './CheatSheet';
import { exampleQueries } from './exampleQueries';

describe('the examples of Explore', () => {
  it('run in the place of the query at hand', async () => {
    const onClickExample = jest.fn();
    const { datasource } = testDatasource();
    render(
      <CheatSheet datasource={datasource} query={{ refId: 'C', kind: 'events' }} onClickExample={onClickExample} />
    );
    await userEvent.click(screen.getByRole('button', { name: 'What breaks?' }));
    expect(onClickExample).toHaveBeenCalledWith(
      expect.objectContaining({ refId: 'C', kind: 'errors', format: 'logs' })
    );
  });
  it.each(exampleQueries.map((example) => [example.title, example.query] as const))(
    'can be answered: %s',
    (_, query) => {
      expect(isCompleteQuery(query)).toBe(true);
      expect(queryHints(query)).toEqual({});
    }
  );
});
