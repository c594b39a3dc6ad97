import type { FaqDto } from '../dto/content.dto';

/** Laws and city regulations were read in their full text; notices of the city were seen as copies and wait for an office. */
const civilCode278 = {
  label: '《民法典》第二百七十八条',
  text: '改建建筑物及其附属设施，由专有部分面积占比三分之二以上、人数占比三分之二以上的业主参与表决，并经参与表决面积四分之三以上、参与表决人数四分之三以上的业主同意。',
  verified: true,
};
const civilCode1259 = { label: '《民法典》第一千二百五十九条', text: '“以上”“以下”都包括本数。', verified: true };
const civilCode280 = {
  label: '《民法典》第二百八十条',
  text: '业主大会或者业主委员会的决定对业主有约束力；侵害业主合法权益的，受侵害的业主可以请求人民法院撤销。',
  verified: true,
};
const civilCode283 = {
  label: '《民法典》第二百八十三条',
  text: '费用分摊有约定的按照约定；没有约定或者约定不明确的，按照业主专有部分面积所占比例确定。',
  verified: true,
};
const civilCode281 = {
  label: '《民法典》第二百八十一条',
  text: '维修资金属于业主共有，经业主共同决定，可以用于电梯、无障碍设施等共有部分的维修、更新和改造。',
  verified: true,
};
const neighbours = {
  label: '《民法典》第二百八十八条、第二百九十三条、第二百九十五条、第二百九十六条',
  text: '邻里之间要有利生产、方便生活、团结互助、公平合理；建造不得妨碍相邻建筑物的通风、采光和日照，不得危及相邻不动产的安全，并应尽量避免造成损害。',
  verified: true,
};
const interpretation = {
  label: '最高人民法院建筑物区分所有权司法解释（2020 年修正）',
  text: '业主人数按专有部分的数量计算，一个专有部分按一人计算；同一人有一个以上专有部分的，也按一人计算。租客等物业使用人依照法律、管理规约、共同决定或者与业主的约定享有权利。',
  verified: true,
};
const shanghai801 = {
  label: '沪建房管联〔2020〕801号',
  text: '征求所在楼幢全体业主意见；拟占用小区业主共有部分的，还要征求小区全体业主意见，三分之二以上参与、过半数同意。',
  verified: false,
};
const shanghai749 = {
  label: '沪建房管联〔2019〕749号',
  text: '取消一票否决；可以提取本人、配偶和直系血亲的住房公积金。',
  verified: false,
};
const shanghai2020Subsidy = {
  label: '上海市 2020 年加装电梯补贴通知',
  text: '按施工金额的 40% 补贴，每台最高 28 万元。',
  verified: false,
};
const shanghaiRenewal = {
  label: '《上海市城市更新条例》第三十三条',
  text: '加装电梯按照《民法典》关于业主共同决定事项的规定进行表决；有争议的，协商、调解，也可以依法提起诉讼。',
  verified: true,
};
const shanghaiHousing2025 = {
  label: '上海市房屋管理局答复（2025 年 6 月）',
  text: '电梯由门号内全体出资人按份共有，出资人可以是部分业主或者公房承租人。',
  verified: false,
};
const equipmentSafety = {
  label: '《特种设备安全法》第二十三条、第二十五条、第三十三条、第四十条、第四十五条',
  text: '施工前书面告知监督管理部门，安装过程经监督检验，未经检验或者检验不合格的不得交付使用；投入使用前或者使用后三十日内办理使用登记；检验到期前一个月申请定期检验；维护保养由制造单位或者取得许可的单位进行。',
  verified: true,
};
const shanghaiLifts = {
  label: '上海市电梯安全管理办法',
  text: '加装电梯要有房屋安全性论证意见；结构或消防有重大修改的，重新论证。',
  verified: false,
};
const barrierFree = {
  label: '《无障碍环境建设法》第二十二条',
  text: '国家支持既有多层住宅加装电梯；房屋所有权人应当加强沟通协商，依法配合加装电梯。',
  verified: true,
};

/** 八问八答: two or three plain sentences each; what is not certain says who to ask. */
export const faqs: readonly FaqDto[] = [
  {
    id: 'how-many',
    question: '要多少户同意才能装？',
    answer:
      '先看来了多少：按人数算、按面积算，都要有三分之二以上的业主参加表决。再看同意的有多少：在参加的人里，人数和面积都要有四分之三以上同意。刚好三分之二、刚好四分之三，也算够。',
    citations: [civilCode278, civilCode1259, shanghai801],
  },
  {
    id: 'one-against',
    question: '有一户不同意，还能装吗？',
    answer:
      '法律没有规定一户反对就不能装，够了上面的数就算通过。不过反对的邻居有什么难处，一定要听，坐下来商量，商量不成可以请居委会、街镇调解，也可以去法院。',
    citations: [civilCode278, shanghai749, shanghaiRenewal],
  },
  {
    id: 'silence',
    question: '我不投票，算不算同意？',
    answer:
      '不算，不投票只是没有参加，不会当成同意。不会用手机也没关系，可以填纸质票，或者请志愿者上门。投了票在截止以前还可以改，以最后一次为准。',
    citations: [civilCode278],
  },
  {
    id: 'tenants',
    question: '我是租客或公房承租人，能投票吗？',
    answer:
      '一般租客没有表决权，由业主来投，请把通知转告房东。公房承租人在上海可以出钱、成为电梯的共有人；您这一票怎么算，要由加梯办问清楚后书面答复您。',
    citations: [interpretation, shanghaiHousing2025],
  },
  {
    id: 'cost',
    question: '要花多少钱，一楼也要出吗？',
    answer:
      '每家出多少由邻居们商量，一楼出不出、二楼出多少，也是商量着定；没有约定的，法律规定按面积分。2020 年的通知说可以补贴四成、每台最多 28 万元，现在还有没有、能不能用公积金和维修资金，请以加梯办的答复为准。',
    citations: [civilCode283, civilCode281, shanghai2020Subsidy, shanghai749],
  },
  {
    id: 'light',
    question: '挡了采光、有噪音怎么办？',
    answer:
      '方案公示的时候，您可以写信提意见，写清楚哪一间、怕什么，加梯办要回复。法律要求尽量不妨碍邻居的通风、采光和安全；要不要补偿、补多少，先由邻居协商，协商不成再由法院看具体情况，事先谁也不能打包票。',
    citations: [neighbours, civilCode280],
  },
  {
    id: 'safety',
    question: '电梯安全吗，会不会伤到房子？',
    answer:
      '动工以前要书面告知监管部门，装的过程要由检验机构一步步检验，不合格不能交付使用。装好以后要登记，要定期检验，平时由有资格的单位保养。房子吃不吃得消，要先请设计单位论证，结论会给大家看。',
    citations: [equipmentSafety, shanghaiLifts],
  },
  {
    id: 'afterwards',
    question: '装好以后谁管，谁付钱？',
    answer:
      '电梯归出了钱的邻居共同所有，电费、保养、检验怎么分，写在大家签的协议里。管理要请物业、保养公司这样的专业单位，最好在动工以前就定下来。现在不出钱、以后想加入的，也按协议里写的办。',
    citations: [shanghaiHousing2025, equipmentSafety, barrierFree],
  },
];
