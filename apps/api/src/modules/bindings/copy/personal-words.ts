/** What people read about their bindings. */
export const bindingWords = {
  title: '我绑定过的房屋',
  ended: '房屋绑定：全部结束',
  emptied: '绑定时填的姓名和证件号码',
  kept: {
    what: '投过票、签过同意书或给过委托书的那一户：绑定时填的姓名和证件材料',
    why: '出现争议时，要能说明是谁代表这一户办的',
    until: '随那一轮征询的档案保存，系统不会自动删除',
  },
  stopped: {
    what: '由办公室结束的绑定：当时填的姓名',
    why: '防止用同一张纸条重新绑定',
    until: '系统不会自动删除',
  },
  photo: {
    what: '绑定时上传的证件照片',
    why: '照片由定期清理删除',
    until: '下一次清理为止',
  },
};
