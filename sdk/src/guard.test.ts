import { createGuard, guardAll } from './guard';

const fail = (): never => {
  throw new Error('the site has a bug');
};

describe('a guard', () => {
  it('answers what the function answers, with its this', () => {
    const holder = {
      factor: 2,
      twice: createGuard()(function (this: { factor: number }, n: number) {
        return n * this.factor;
      }),
    };
    expect(holder.twice(4)).toBe(8);
  });

  it('swallows errors and tells who asked', () => {
    const errors: unknown[] = [];
    expect(createGuard((error) => errors.push(error))(fail)()).toBeUndefined();
    expect(errors).toEqual([new Error('the site has a bug')]);
  });

  it('survives a listener that throws', () => {
    expect(createGuard(fail)(fail)()).toBeUndefined();
  });

  it('guards functions in plain objects and lists, and leaves instances alone', () => {
    const date = new Date(0);
    const pattern = /x/;
    const guarded = guardAll(
      { beforeSend: fail, deep: { sampler: fail, rate: 1 }, metas: [fail], date, pattern },
      createGuard()
    );
    expect([guarded.beforeSend(), guarded.deep.sampler(), guarded.metas[0]?.()]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(guarded.deep.rate).toBe(1);
    expect(guarded.date).toBe(date);
    expect(guarded.pattern).toBe(pattern);
  });
});
