import { sameNames } from './same-names';

const door = (roomNo: string, ...owners: [id: string, name: string][]) => ({
  roomNo,
  owners: owners.map(([id, name]) => ({ id, name })),
});

describe('namesakes on the roll', () => {
  test('one name under two entries is worth a question, with the rooms to look at', () => {
    const rows = [door('101', ['a', '陈建国']), door('102', ['b', '王秀兰']), door('502', ['c', '陈建国'])];
    expect(sameNames(rows)).toEqual([{ name: '陈建国', roomNos: ['101', '502'] }]);
  });
  test('one entry with two flats is one head already', () => {
    expect(sameNames([door('601', ['a', '赵玉珍']), door('602', ['a', '赵玉珍'])])).toEqual([]);
  });
});
