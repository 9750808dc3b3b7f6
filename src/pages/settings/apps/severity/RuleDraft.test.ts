import { draftsOf, emptyDraft, isComplete, moved, rulesOf, type RuleDraft } from './RuleDraft';

describe('the draft of a severity rule', () => {
  it('comes back as what it was made of', () => {
    const rules = [
      { type: 'ChunkLoadError', severity: 'low' as const },
      { message: ' payment ', url: '*/checkout', severity: 'critical' as const },
    ];
    expect(rulesOf(draftsOf(rules))).toEqual(rules);
  });

  it('asks for something, or is not complete', () => {
    expect(isComplete(emptyDraft(1))).toBe(false);
    expect(isComplete({ ...emptyDraft(1), message: '  ' })).toBe(false);
    expect(isComplete({ ...emptyDraft(1), url: '*/cart' })).toBe(true);
  });

  it('moves among the others, not beyond them', () => {
    const keys = (drafts: RuleDraft[]) => drafts.map(({ key }) => key);
    const three = [1, 2, 3].map(emptyDraft);
    expect(keys(moved(three, 1, -1))).toEqual([2, 1, 3]);
    expect(keys(moved(three, 1, 1))).toEqual([1, 3, 2]);
    expect(keys(moved(three, 0, -1))).toEqual([1, 2, 3]);
    expect(keys(moved(three, 2, 1))).toEqual([1, 2, 3]);
  });
});
