import type { ConditionQuery } from '../../alerting/conditions';

/** What the editor shows of a setting, and whether it may be left out. */
interface Shown {
  label: string;
  description?: string;
  placeholder?: string;
  isRequired?: true;
}

interface Text extends Shown {
  /** `long`: of several lines. */
  type: 'text' | 'long';
  minLength?: number;
  maxLength: number;
}

interface NumberField extends Shown {
  type: 'number';
  minimum?: number;
  maximum?: number;
  /** Any number will do; otherwise whole ones only. */
  isFraction?: true;
}

interface Choice extends Shown {
  type: 'choice';
  choices: readonly string[];
  /** What nothing chosen is called; without it, the first choice is what holds then. */
  unset?: string;
}

interface Switch extends Shown {
  type: 'switch';
  /** It is on where nothing is said. */
  isUsuallyOn?: true;
}

interface Url extends Shown {
  type: 'url';
  /** Without the colon. */
  schemes: readonly string[];
}

/** `host`: a name or an address; `headers`, `auth`, `query`: have parts of the editor, and a shape, of their own. */
interface Shaped extends Shown {
  type: 'host' | 'headers' | 'auth' | 'query';
}

/** One setting of a kind of check: what may be in it, and how the editor shows it. Data only, for the browser reads it. */
export type SettingField = Text | NumberField | Choice | Switch | Url | Shaped;

/** Settings of a kind by name, in the order in which a person meets them. */
export type SettingFields = Readonly<Record<string, SettingField>>;

/** Who a request says it is; the password or token is a secret. */
export type RequestAuth = { kind: 'basic'; username: string } | { kind: 'bearer' };

interface Values {
  text: string;
  long: string;
  url: string;
  host: string;
  number: number;
  switch: boolean;
  headers: Record<string, string>;
  auth: RequestAuth;
  query: ConditionQuery;
}

type ValueOf<F extends SettingField> = F extends { choices: readonly (infer C)[] }
  ? C
  : F extends { type: keyof Values }
    ? Values[F['type']]
    : never;

type Needed<F extends SettingFields> = {
  [K in keyof F as F[K] extends { isRequired: true } ? K : never]: ValueOf<F[K]>;
};
type Optional<F extends SettingFields> = {
  [K in keyof F as F[K] extends { isRequired: true } ? never : K]?: ValueOf<F[K]>;
};

/** Settings as a check holds them. */
export type SettingsOf<F extends SettingFields> = {
  -readonly [K in keyof (Needed<F> & Optional<F>)]: (Needed<F> & Optional<F>)[K];
};
