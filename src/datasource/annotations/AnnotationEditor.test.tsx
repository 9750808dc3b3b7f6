import type { AnnotationQuery } from '@grafana/data';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import type { SeamarkQuery } from '../query/SeamarkQuery';
import { testDatasource } from '../testing/testDatasource';
import { AnnotationEditor } from './AnnotationEditor';
import { annotationSupport } from './annotationSupport';

describe('the editor of an annotation', () => {
  it('chooses what is marked, and asks at once', async () => {
    const onChange = jest.fn();
    const onRunQuery = jest.fn();
    const { datasource } = testDatasource();
    const query: SeamarkQuery = { refId: 'a', kind: 'annotations', of: 'releases' };
    render(<AnnotationEditor datasource={datasource} query={query} onChange={onChange} onRunQuery={onRunQuery} />);
    expect(screen.getByText('releases as annotations')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', { name: 'Error spikes' }));
    expect(onChange).toHaveBeenCalledWith(expect.objectContaining({ kind: 'annotations', of: 'error_spikes' }));
    expect(onRunQuery).toHaveBeenCalled();
  });
});

describe('an annotation of a dashboard', () => {
  const prepare = (target?: Partial<SeamarkQuery>) =>
    annotationSupport.prepareQuery?.({
      name: 'x',
      enable: true,
      iconColor: 'red',
      target,
    } as AnnotationQuery<SeamarkQuery>);

  it('becomes a query, however little of it is kept', () => {
    expect(prepare({ of: 'errors' })).toEqual({ of: 'errors', kind: 'annotations', refId: 'annotation' });
  });
  it('is not asked while it says nothing', () => {
    expect(prepare(undefined)).toBeUndefined();
  });
});
