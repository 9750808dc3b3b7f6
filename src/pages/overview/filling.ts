import { css } from '@emotion/css';

/** As high as its panel, however much there is in it. */
export const filling = css({ position: 'absolute', inset: 0, overflow: 'auto' });
