/**
 * Gives every element a size and every letter a width: a drop-down draws only the options that it has room for, and jsdom
 * has no layout. `jest.restoreAllMocks` takes it back.
 */
export function roomForOptions(): void {
  const box = { x: 0, y: 0, top: 0, left: 0, bottom: 600, right: 400, width: 400, height: 600 };
  jest.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue({ ...box, toJSON: () => box });
  jest.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(600);
  jest.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(400);
  const pen = { font: '', measureText: (text: string) => ({ width: text.length * 8 }) };
  jest.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(pen as unknown as null);
}
