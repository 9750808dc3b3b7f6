import { calculations } from './calculations';
import { calculationsByKind, isArithmetic, usualCalculation } from './calculationsByKind';
import { dataKinds } from './kinds';

describe('the calculations of the kinds', () => {
  it('name every calculation somewhere, and none twice in a kind', () => {
    const named = new Set(Object.values(calculationsByKind).flat());
    expect([...named].sort()).toEqual([...calculations].sort());
    for (const kind of dataKinds) {
      expect(new Set(calculationsByKind[kind]).size).toBe(calculationsByKind[kind].length);
    }
  });

  it('hold the one that a query without a calculation gets', () => {
    for (const kind of dataKinds) {
      expect(calculationsByKind[kind]).toContain(usualCalculation(kind, undefined));
      expect(calculationsByKind[kind]).toContain(usualCalculation(kind, 'LCP'));
    }
  });

  it('work on numbers only where rows have a number', () => {
    for (const kind of ['events', 'errors'] as const) {
      expect(calculationsByKind[kind].filter(isArithmetic)).toEqual([]);
    }
  });
});
