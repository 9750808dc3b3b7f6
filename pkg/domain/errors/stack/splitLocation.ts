/** Where a frame is. `file` is empty where nothing says it. */
export interface Location {
  file: string;
  line: number | null;
  column: number | null;
  /** Made at run time (the place is where it was made), or WebAssembly: not to be told apart in every browser. */
  evaluated: boolean;
}

const numbers = /:(\d{1,9})(?::(\d{1,9}))?$/;
const wasm = /^(.*):(?:wasm-function\[\d+\]):0x[0-9a-f]+$/i;
const onlyOrigin = /^[a-z][a-z0-9+.-]*:\/\/[^/]*$/i;
const withoutFile = /^(?:<anonymous>|native|index \d+|unknown location|eval code|Unknown script code|)$/;
/** Firefox: `https://shop/app.js line 3 > eval:1:2`, also nested. */
const geckoEval =
  / line (\d{1,9})(?: > (?:eval|Function|injectedScript|WebAssembly\.\w+))(?: line \d+ > \w+)*(?::\d+|:wasm-function\[\d+\]:0x[0-9a-f]+)*$/;
/** Chrome: `eval at total (https://shop/app.js:10:5), <anonymous>:1:2`, also nested. */
const chromeEval = /^eval at /;
const innermost = /\(((?:[^()]|\([^()]*\)){1,2000})\)/;

/** Takes `file:line:column` apart, as any browser spells it. Linear in the length of the text. */
export function splitLocation(text: string): Location {
  // Hermes: `address at index.android.bundle:1:32776`.
  const place = text.trim().replace(/^address at /, '');
  if (chromeEval.test(place)) {
    const start = place.lastIndexOf('eval at ');
    const origin = innermost.exec(place.slice(start))?.[1] ?? '';
    return { ...splitPlain(origin), evaluated: true };
  }
  const made = geckoEval.exec(place);
  if (made !== null) {
    return { file: place.slice(0, made.index), line: Number(made[1]), column: null, evaluated: true };
  }
  return splitPlain(place);
}

function splitPlain(place: string): Location {
  const assembly = wasm.exec(place);
  if (assembly !== null) {
    // Safari names neither file nor function of it, so that it must not count elsewhere.
    return { file: assembly[1] ?? '', line: null, column: null, evaluated: true };
  }
  const found = numbers.exec(place);
  const file = found === null ? place : place.slice(0, found.index);
  // `https://shop:8080` ends with a port, not with a line.
  if (found === null || (onlyOrigin.test(file) && found[2] === undefined)) {
    return { file: withoutFile.test(place) ? '' : place, line: null, column: null, evaluated: false };
  }
  return {
    file: withoutFile.test(file) ? '' : file,
    line: Number(found[1]),
    column: found[2] === undefined ? null : Number(found[2]),
    evaluated: false,
  };
}
