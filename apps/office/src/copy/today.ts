export const today = {
  title: '今天要办',
  lead: (reviews: number, cases: number, open: number, awaiting: number) => {
    const parts = [
      reviews > 0 ? `${reviews} 件等您审核` : '',
      cases > 0 ? `${cases} 户有两种答复` : '',
      awaiting > 0 ? `${awaiting} 轮已截止，等着公布结果` : '',
      open > 0 ? `${open} 轮征询正在进行` : '',
    ].filter(Boolean);
    return parts.length === 0 ? '眼下没有要办的事。' : `${parts.join('，')}。`;
  },
  reviews: '待审核',
  reviewsSentence: (count: number) => `${count} 件身份绑定、委托书和表决票等待审核`,
  reviewsNone: '没有等待审核的提交。',
  reviewsOld: (count: number) => `其中 ${count} 件已经等了 3 天以上，请先办`,
  reviewsFresh: '都在 3 天之内',
  reviewsGo: '去审核',
  cases: '存疑票',
  casesSentence: (count: number) => `${count} 户有两种答复，要定下哪一张算数`,
  casesHint: '先收到的照旧计票；公布结果前要全部定下',
  casesGo: '去核实',
  awaiting: '等待公布',
  awaitingNone: '没有等待公布的征询。',
  awaitingGo: '看计票表',
  open: '正在征询',
  openNone: '现在没有进行中的征询。',
  openGo: '看这一轮',
  newRound: '发起征询',
  overdue: (words: string) => `${words}已到截止时间，可以结束这一轮`,
  closedOn: (words: string) => `${words}截止`,
  pending: (count: number) => `还有 ${count} 件提交没有审核`,
  openCases: (count: number) => `还有 ${count} 户的存疑票没有定下`,
  noPending: '提交都已审核',
};
