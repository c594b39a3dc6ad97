import { verdicts } from '../../src/copy/sentences.ts';
import type { Finding, Verification } from '../../src/index.ts';

/** Whether a finding is about what the person typed in, not about the bundle. */
const isAboutInput = ({ code }: Finding): boolean =>
  ['receipt_misread', 'receipt_unknown', 'posted_head_misread', 'posted_head_missing'].includes(code);

/** What was checked and what it means, for somebody who hears of a chain of records for the first time; and what was not. */
export function whatItMeans({ chain, ballotCount, decision, receipt, posted }: Verification): string[] {
  return [
    `${chain.count} 条公开记录从头到尾接得上：中间没有哪一条被改过、抽掉或插进来。`,
    decision === null
      ? '结果公布以前，每一票都封着，所以还不能算票。'
      : `把公开的 ${ballotCount} 张票重新算了一遍，算出来是“${verdicts[decision.verdict] ?? decision.verdict}”，和公布的一样。`,
    receipt === null
      ? '您家的票还没有查：在上面填回执编号，再核对一次。'
      : '您填的回执查到了，算没算进去，见下面“您家的回执”。',
    posted === null
      ? '还没有和海报比：填上海报上的校验码再核对一次，连整份记录被换掉都看得出来。'
      : '和张贴的校验码对得上：到张贴那时为止，就是同一份记录。',
  ];
}

/** The headline, what it means and what to do, when something does not fit. */
export function whatIsWrong(findings: readonly Finding[]): { title: string; meaning: string; toDo: string } {
  if (findings.every(isAboutInput)) {
    return {
      title: '公开包自己前后对得上，和您填的对不上',
      meaning: '多半是抄错了一个字符，也可能这不是您手里那张纸说的那一份记录。',
      toDo: '请对照手里的纸再填一次。还是对不上，就把这一页打印或截图留下，打门洞页面上的电话问清楚。',
    };
  }
  return {
    title: `有 ${findings.length} 处对不上`,
    meaning: '这份文件和当时记下的不一样：可能没有存完整，也可能有人改过。弄清楚以前，请不要拿它当结果。',
    toDo: '请不要删掉这份公开包，把这一页打印或截图留下，打门洞页面上的电话，把上面的话念给工作人员听。也可以换一台设备，重新取一份公开包再核对一次。',
  };
}
