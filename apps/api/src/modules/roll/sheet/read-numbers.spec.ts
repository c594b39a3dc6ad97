import fc from 'fast-check';
import { areaText, floorOfRoom, readArea, readFloor, readPhone, readRoomNo } from './read-numbers';

const toFullWidth = (text: string): string =>
  [...text]
    .map((character) => (/[!-~]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 0xfee0) : character))
    .join('');

describe('an area', () => {
  it('comes back to the last 0.01 m², however it is written', () => {
    const written = fc.constantFrom(
      (text: string) => text,
      (text: string) => `${text}㎡`,
      (text: string) => ` ${text} 平方米`,
      (text: string) => toFullWidth(`${text}m2`),
      (text: string) => `${text}0`,
      (text: string) => `　${text}　`,
    );
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), written, (areaDm2, write) => {
        expect(readArea(write(areaText(areaDm2)))).toEqual({ kind: 'area', areaDm2 });
      }),
    );
  });

  it('never becomes a number it is not: any text gives a positive whole dm² or a reason', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.double().map(String), fc.float().map(String)), (text) => {
        const reading = readArea(text);
        if (reading.kind === 'area') {
          expect(Number.isSafeInteger(reading.areaDm2) && reading.areaDm2 > 0).toBe(true);
          const said = Number(
            text
              .normalize('NFKC')
              .replace(/\s|m2$/gi, '')
              .replaceAll(',', ''),
          );
          if (Number.isFinite(said)) expect(reading.areaDm2).toBe(Math.round(said * 100));
        }
      }),
    );
  });

  it.each([
    ['', 'unknown'],
    ['不详', 'unknown'],
    ['-', 'unknown'],
    ['-12', 'negative'],
    ['0', 'zero'],
    ['0.00㎡', 'zero'],
    ['68.521', 'too_fine'],
    ['99999', 'too_large'],
    ['约60', 'unreadable'],
    ['6O.5', 'unreadable'],
    ['60.5.1', 'unreadable'],
    ['1e3', 'unreadable'],
  ])('%j is %s', (text, kind) => expect(readArea(text).kind).toBe(kind));

  it('reads thousands', () => expect(readArea('1,068.5')).toEqual({ kind: 'area', areaDm2: 106_850 }));
});

describe('floors and rooms', () => {
  it.each([
    ['6', 6],
    ['６层', 6],
    ['6楼', 6],
    ['12F', 12],
    ['地下1层', -1],
    ['B1', -1],
    ['', null],
    ['顶层', undefined],
    ['0', undefined],
  ])('floor %j → %j', (text, floor) => expect(readFloor(text)).toBe(floor));
  it.each([
    ['３０１室', '301'],
    ['301.0', '301'],
    [' 302甲 ', '302甲'],
    ['1204号房', '1204'],
    ['3a', '3A'],
  ])('room %j → %j', (text, room) => expect(readRoomNo(text)).toBe(room));
  it.each([
    ['301', 3],
    ['1204', 12],
    ['302甲', 3],
    ['5', null],
    ['甲', null],
  ])('room %j is on floor %j', (room, floor) => expect(floorOfRoom(room)).toBe(floor));
});

describe('a telephone', () => {
  it.each([
    ['177-8586 8326', '17785868326'],
    ['+86 138 0000 0001', '13800000001'],
    ['１３８００００００１１', '13800000011'],
    ['021-64921234', '02164921234'],
  ])('%j → %j', (text, phone) => expect(readPhone(text)).toMatchObject({ kind: 'phone', phone }));
  it.each([
    ['', 'none'],
    ['无', 'none'],
    ['64921234', 'phone'],
    ['1380000', 'unreadable'],
    ['138000', 'unreadable'],
    ['138000000011', 'unreadable'],
  ])('%j is %s', (text, kind) => expect(readPhone(text).kind).toBe(kind));
});
