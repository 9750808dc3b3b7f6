import type { Frame } from '../../../../src/contract/query/Frame';
import type { AggregatePlan } from '../QueryPlan';
import type { Cells } from '../QueryStore';
import { fieldConfig } from './fieldConfig';
import { frameMeta } from './frameMeta';
import { valueTitle } from './legend';
import { perSecond } from './perSecond';
import { valueConfig } from './valueConfig';

/** One row a group, the group's fields first and the value last; one row where nothing was grouped. */
export function tableFrame(refId: string, plan: AggregatePlan, found: Cells): Frame {
  const { cells } = found;
  const units = new Set(cells.map((cell) => cell.unit));
  const unit = units.size === 1 ? (cells[0]?.unit ?? null) : null;
  return {
    refId,
    name: valueTitle(plan),
    meta: frameMeta(plan, found),
    fields: [
      ...plan.groupBy.map(({ name }, index) => ({
        name,
        type: 'string' as const,
        ...fieldConfig(name),
        values: cells.map((cell) => cell.groups[index] ?? ''),
      })),
      {
        name: 'value',
        type: 'number',
        config: valueConfig(plan, valueTitle(plan), unit),
        values: cells.map((cell) => perSecond(plan, cell)),
      },
    ],
  };
}
