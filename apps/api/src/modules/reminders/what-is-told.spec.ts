import { RemindingOffice, type Reminded } from '../../../test/stories/reminded';
import type { StairwellStory } from '../../../test/stories/stairwell-story';

describe('what a reminder tells', () => {
  let office: RemindingOffice;
  beforeAll(async () => {
    office = await RemindingOffice.begin();
  });
  afterAll(() => office.stop());

  const reminded = async (story: StairwellStory): Promise<{ sms: string; weapp: string }> => {
    await office.reminds(story);
    await office.drains();
    office.laterBy(49);
    return { sms: office.sms.bodies.at(-1)!, weapp: office.wechat.messages.bodies.at(-1)! };
  };

  it('is the same to the byte, however the round stands', async () => {
    const story = await office.round({ rooms: ['101', '102', '201', '202', '301', '302', '401', '402'] });
    await office.bySms(story, '101');
    await office.byWeapp(story, '102', 3);
    const nobodyYet = await reminded(story);
    await story.vote('for', '201', '202', '301');
    const threeFor = await reminded(story);
    await story.vote('against', '201', '302');
    await (await story.volunteer()).takes('401', 'abstain');
    await (await story.officer.colleague()).freezes('402');
    const quarrelling = await reminded(story);
    expect([threeFor, quarrelling]).toEqual([nobodyYet, nobodyYet]);
  });

  it('is where and until when, as the stairwell’s public page says too, and nothing else', async () => {
    const story = await office.round();
    await story.vote('for', '201', '202');
    await office.bySms(story, '101');
    const { user } = await office.byWeapp(story, '102');
    await closesAt(story, '2031-12-31T15:59:00Z');
    const { sms, weapp } = await reminded(story);
    expect(JSON.parse(sms)).toMatchObject({ TemplateParamSet: ['12月31日', '23:59'] });
    expect(JSON.parse(weapp)).toEqual({
      touser: office.wechat.openidOf(user),
      template_id: office.wechat.reminderTemplateId,
      page: `pages/stairwell/index?code=${story.place.code}`,
      data: {
        thing1: { value: `春晓苑${story.place.code} 1号楼 1号门洞` },
        time2: { value: '2031年12月31日 23:59' },
      },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
  });

  it('names no person, no room, no phone but the one it goes to, no choice and no number of heads', async () => {
    const story = await office.round();
    const { phone, actor, householdId }: Reminded = await office.bySms(story, '101');
    await office.byWeapp(story, '102');
    await story.vote('for', '201');
    const { sms, weapp } = await reminded(story);
    const text = `${sms.replace(`+86${phone}`, '')}${weapp}`;
    expect(text).not.toMatch(/业主|同意|反对|弃权|户|票|人|\bfor\b|against|abstain|\b1[3-9]\d{9}\b/);
    for (const told of [phone, actor.displayName, actor.accountId, householdId, story.roundId, '101', '102', '201'])
      expect(text).not.toContain(told);
  });

  it('is kept nowhere: a row names neither door nor text', async () => {
    const [row] = await office.api.dataSource.query('SELECT * FROM reminders LIMIT 1');
    expect(Object.keys(row).sort()).toEqual(
      ['account_id', 'asked_at', 'channel', 'id', 'reason', 'round_id', 'sent_at', 'state'].sort(),
    );
  });

  it('fits what WeChat takes, however long a stairwell is called', async () => {
    const story = await office.round();
    await office.byWeapp(story, '101', 2);
    await rename(story, '仁和里十二弄甲区');
    const { weapp } = await reminded(story);
    expect(JSON.parse(weapp).data.thing1.value).toBe('仁和里十二弄甲区 1号门洞');
    await rename(story, '人民路与解放路转角处的老职工住宅甲区');
    expect(JSON.parse((await reminded(story)).weapp).data.thing1.value).toBe('…解放路转角处的老职工住宅甲区 1号门洞');
    expect(office.wechat.messages.inbox).toHaveLength(7);
  });

  const closesAt = async (story: StairwellStory, at: string) => {
    await office.api.dataSource.query('UPDATE consultation_rounds SET closes_at = $2 WHERE id = $1', [
      story.roundId,
      at,
    ]);
    await office.api.dataSource.query('UPDATE round_tallies SET open_until = $2 WHERE round_id = $1', [
      story.roundId,
      at,
    ]);
  };
  const rename = ({ place }: StairwellStory, building: string) =>
    office.api.dataSource.query('UPDATE buildings SET name = $2 WHERE id = $1', [place.buildingId, building]);
});
