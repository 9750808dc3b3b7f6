import { Text } from '@grafana/ui';
import React from 'react';
import { describeQuery } from '../query/describeQuery';
import { isCompleteQuery } from '../../components/queryBuilder/isCompleteQuery';
import type { SeamarkQuery } from '../query/SeamarkQuery';

/** What the query asks, in one line of plain language. */
export function QuerySummary({ query }: { query: SeamarkQuery }) {
  return (
    <div role="status" aria-label="The query in words">
      <Text variant="bodySmall" color="secondary" italic>
        {describeQuery(query)}
        {isCompleteQuery(query) ? '' : ' (not asked yet)'}
      </Text>
    </div>
  );
}
