const digitRun = /\d(?:[ -]?\d){12,}/g;
const shortestCard = 13;
const longestCard = 19;

/**
 * Replaces payment card numbers: 13 to 19 digits with the prefix and length of a card network whose Luhn checksum is
 * right, written in one piece or in groups. Groups before or after the number do not hide it.
 */
export function redactCards(text: string): string {
  return text.replace(digitRun, (run, at: number) =>
    /[\w.]/.test(text.charAt(at - 1)) || /[A-Za-z_]/.test(text.charAt(at + run.length)) ? run : redactRun(run)
  );
}

function redactRun(run: string): string {
  const groups = run.split(/([ -])/);
  for (let first = 0; first < groups.length; first += 2) {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < longestCard; last += 2) {
      digits += groups[last] ?? '';
      if (isCard(digits)) {
        groups.splice(first, last - first + 1, '[card]');
        break;
      }
    }
  }
  return groups.join('');
}

/** Whether digits are a card number by network, length and Luhn's formula (ISO/IEC 7812-1). */
export function isCard(digits: string): boolean {
  return (
    digits.length >= shortestCard && digits.length <= longestCard && hasNetworkPrefix(digits) && passesLuhn(digits)
  );
}

function hasNetworkPrefix(digits: string): boolean {
  const length = digits.length;
  switch (digits[0]) {
    case '2':
      return length === 16 && digits >= '2221' && digits < '2721';
    case '3':
      return /^3[47]/.test(digits)
        ? length === 15
        : /^3[0689]/.test(digits)
          ? length >= 14
          : /^35/.test(digits) && length >= 16;
    case '4':
      return length === 13 || length === 16 || length === 19;
    case '5':
    case '6':
      return true;
    default:
      return false;
  }
}

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 48;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
