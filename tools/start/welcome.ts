/** The answer of GET /api/demo, as far as it is shown here. */
interface DemoGuide {
  people: { role: string; title: string; how: string[]; username?: string; password?: string; phone?: string }[];
  stairwells: { code: string; label: string; note: string }[];
  slips: { code: string; roomNo: string; pin: string }[];
}

/** The addresses, and with the demo on the people and how to sign in as each. */
export async function welcome(url: string): Promise<string> {
  const lines = [
    '',
    '加梯已经启动。',
    '',
    `  居民与志愿者（手机、平板）  ${url}/`,
    `  办公台（电脑）              ${url}/office/`,
    `  接口                        ${url}/api（说明：apps/api/openapi.json）`,
    ...demoLines(url, await readGuide(url)),
    '',
    '按 Ctrl-C 停止。数据会保留，下次启动接着用。',
  ];
  return lines.join('\n');
}

async function readGuide(url: string): Promise<DemoGuide | null> {
  const answer = await fetch(`${url}/api/demo`);
  return answer.ok ? ((await answer.json()) as DemoGuide) : null;
}

function demoLines(url: string, guide: DemoGuide | null): string[] {
  if (guide === null) return [];
  const people = guide.people.flatMap((person) => [
    `  ${person.title}`,
    ...person.how.map((sentence) => `      ${sentence}`),
    ...(person.username === undefined ? [] : [`      用户名 ${person.username}　密码 ${person.password ?? ''}`]),
    ...(person.phone === undefined ? [] : [`      手机号 ${person.phone}`]),
  ]);
  const stairwells = guide.stairwells.map(({ code, label, note }) => `  ${url}/s/${code}　${label}：${note}`);
  const slips = guide.slips.map(({ code, roomNo, pin }) => `  门洞 ${code}　${roomNo} 室　密码 ${pin}`);
  return [
    '',
    '演示里的人，以及怎么用他们的身份登录（手机验证码会出现在这个窗口里）：',
    ...people,
    ...(stairwells.length === 0 ? [] : ['', '演示里的门洞：', ...stairwells]),
    ...(slips.length === 0 ? [] : ['', '可以试用的纸条：', ...slips]),
  ];
}
