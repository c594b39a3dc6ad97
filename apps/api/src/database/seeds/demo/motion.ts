import { costShares } from '@jiati/rules';
import type { HouseholdFacts } from '../../../modules/roll';

const totalFen = 75_000_000;
const subsidyFen = 28_000_000;

/** What the demo's rounds ask, in full, as an office would hang it up. */
export const motionTexts = {
  title: '是否同意本门洞加装电梯',
  statement:
    '请您表决：是否同意按所附方案在本门洞加装一部电梯，并按所附分摊表和协议出资、使用和管理。方案、分摊表和协议在征询开始时已经固定，征询期间不再改动。',
  schemeText: [
    '一、位置。电梯装在门洞北侧，从地面到顶层每层停靠，在楼梯休息平台入户，回家还要走半层楼梯。',
    '二、大小。井道外包尺寸约 2.2 米乘 2.4 米，离北侧围墙 6.5 米，消防通道宽度不变。',
    '三、采光和通风。井道用钢架和夹胶玻璃，一楼、二楼朝北的窗前留出 1.2 米。设计单位的日照分析附在后面。',
    '四、管线。水、电、煤气、通信管线由各单位移位，费用已经算在总价里。',
    '五、工期。手续齐全后约四个月。施工时段为早 8 点到晚 6 点，中午 12 点到 2 点停工。',
    '六、安全。房屋安全性论证意见和施工图审查意见已经贴在楼下，安装过程由检验机构监督检验，合格后才交付使用。',
  ].join('\n'),
  agreementText: [
    '一、出资人。签名的各户为出资人，电梯归全体出资人按份共有。',
    '二、出资。总价 75 万元，预计补贴 28 万元，其余 47 万元按分摊表由各户承担。补贴有变化的，按同样的比例调整。',
    '三、付款。签约后付三成，井道完工后付五成，检验合格后付两成，款项进入监管账户。',
    '四、使用管理。动工以前确定使用管理单位并签合同。电费、保养费、检验费、保险费按分摊表的比例承担。',
    '五、一楼、二楼。一楼不出资，也不承担运行费用；施工中损坏的地面、绿化和下水管由工程恢复。',
    '六、后来加入。没有出资的住户以后要用的，按原分摊额扣除折旧后补交，交给各出资人。',
    '七、转让。房屋转让的，出资人应当告诉买方，本协议由买方接着履行。',
    '八、争议。先协商，再请居委会调解，调解不成的向法院起诉。',
  ].join('\n'),
};

/** The demo's cost table: nothing for the ground floor, then more for each floor, worked out to the fen. */
export function costTableFor(households: readonly HouseholdFacts[]) {
  const floors = [...new Set(households.map(({ floor }) => floor))];
  const coefficients = floors.map((floor) => ({ floor, weight: floor === 1 ? 0 : 30 + floor * 10 }));
  const shared = costShares({
    totalFen,
    subsidyFen,
    households,
    formula: { method: 'floor_coefficient', coefficients },
  });
  if (!shared.ok) throw new Error(`The demo's cost table does not work out: ${JSON.stringify(shared.problems)}`);
  const rows = shared.value.shares.map(({ householdId, amountFen }) => ({ householdId, amountFen }));
  return { totalFen, subsidyFen, method: 'floor_coefficient' as const, rows };
}
