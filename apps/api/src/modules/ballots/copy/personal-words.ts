/** What people read about their ballots. */
export const ballotWords = {
  title: '表决票和回执',
  kept: {
    what: '表决票、回执和记录链',
    why: '这是全体业主共同决定的记录，计票和查验都以它为准，不能更改',
    until: '随那一轮征询的档案保存，系统不会自动删除；对外只有室号和面积',
  },
};
