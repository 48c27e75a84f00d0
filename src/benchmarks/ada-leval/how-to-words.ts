/** What a question says about one side of a repair, and what its answer says about it in other words. */
export type QuestionAndAnswer = readonly [question: string, answer: string];

/** Words for questions about repairs in one language. Each side is one of several; a question has one of each. */
export interface HowToWords {
  readonly things: readonly QuestionAndAnswer[];
  readonly troubles: readonly QuestionAndAnswer[];
  readonly places: readonly QuestionAndAnswer[];
  readonly limits: readonly QuestionAndAnswer[];
  readonly question: (thing: string, trouble: string, rest: readonly [place: string, limit: string]) => string;
  /** Between the sentences of an answer. */
  readonly between: string;
}

export const HOW_TO_WORDS: { readonly [language in 'en' | 'zh']: HowToWords } = {
  en: {
    things: [
      ['my garden gate', 'What shuts off the path to the vegetable beds should be lifted from its post first.'],
      ['the drawer of my desk', 'Empty the compartment under the writing surface and pull it all the way out.'],
      ['my bedroom window', 'Begin with the pane that you look out of from the pillow, frame and all.'],
      ['the door of my pantry', 'Begin at the entrance to the room where the jars are kept.'],
      ['my rocking chair', 'Turn the seat that sways upside down on a blanket.'],
      ['the handle of my water pump', 'Work on the lever that you press to bring the well up.'],
      ['the rear wheel of my handcart', 'Jack up the barrow at its back end.'],
      ['the treadle of my loom', 'Look under the weaving frame, at the board for the foot.'],
      ['the lid of my piano', 'Treat what covers the keys.'],
      ['my folding ladder', 'Open the steps that you climb on as wide as they go.'],
      ['the shutters of my shop', 'Start with the boards that you close over the display at night.'],
      ['my weather vane', 'Go up to the metal bird that tells you the wind.'],
    ],
    troubles: [
      ['squeaking', 'The noise comes from dry metal: rub candle wax into it.'],
      ['sticking', 'It binds because the wood has swollen: plane off the width of a fingernail.'],
      ['wobbling', 'The play goes away with a thin wedge of beech.'],
      ['rattling', 'A strip of felt keeps the two parts from striking each other.'],
      ['rusting', 'The brown crust is loosened with vinegar, then kept off with tallow.'],
      ['coming off its screws', 'The threads no longer hold: fill the holes with matches and glue.'],
      ['leaning to one side', 'Bring it level again with a washer under the lower corner.'],
      ['getting scratched', 'Marks of that kind are avoided with a coat of hard lacquer.'],
    ],
    places: [
      ['It stands in the rain all year', 'As it gets so wet, finish with linseed oil.'],
      ['It is close to a hot stove', 'At such temperatures avoid anything that melts.'],
      ['It is on board a boat', 'With the sea so near, use brass and not steel.'],
      ['A baby sleeps beside it', 'Do the loud part while the little one is out.'],
      ['It belongs to my landlord', 'Since you only rent, ask the owner before you cut.'],
      ['It is down in a damp cellar', 'Underground, let a fan run for two days first.'],
      ['It is in a school', 'With so many pupils about, round off every edge.'],
      ['It is up in a mountain hut', 'At that altitude everything needs twice its time to set.'],
    ],
    limits: [
      ['I have no screwdriver', 'The tip of a knife turns the slots well enough.'],
      ['it must be done by tonight', 'None of this takes longer than an afternoon.'],
      ['I cannot spend any money', 'All of it can be found at home for nothing.'],
      ['one of my arms is in plaster', 'It can be done single-handed if you clamp the piece.'],
      ['nobody may notice the repair', 'Afterwards no one will see that you were there.'],
      ['I have never repaired anything', 'For a beginner: practise on scrap first.'],
      ['I am allergic to solvents', 'There is nothing in it that evaporates and harms the skin.'],
      ['I want to be able to undo it', 'Every step can be reversed.'],
    ],
    question: (thing, trouble, [place, limit]) => `How do I keep ${thing} from ${trouble}? ${place}, and ${limit}.`,
    between: ' ',
  },
  zh: {
    things: [
      ['院子的大门', '先把通往菜地那条路上的挡板从柱子上抬下来。'],
      ['书桌的抽屉', '把写字台面下的格子清空，整个拉出来。'],
      ['卧室的窗户', '从躺在枕头上能望出去的那块玻璃连框开始。'],
      ['储藏室的门', '从放坛坛罐罐那间屋子的入口处着手。'],
      ['摇椅', '把会前后晃的坐具翻过来放在毯子上。'],
      ['水泵的手柄', '处理你压下去让井水上来的那根杆。'],
      ['手推车的后轮', '把小车的尾部垫高。'],
      ['织机的踏板', '看看织布架下面脚踩的那块木板。'],
      ['钢琴的盖子', '要处理的是遮住琴键的那一块。'],
      ['折叠梯', '把登高用的架子完全打开。'],
      ['店铺的窗板', '从夜里遮住橱窗的木板开始。'],
      ['风向标', '爬到屋顶那只指风的金属鸟旁边。'],
    ],
    troubles: [
      ['吱吱响', '声音来自干涩的金属：抹一点蜡烛油。'],
      ['卡住', '木头胀了才动不了：刨去一片指甲的厚度。'],
      ['摇晃', '塞一片薄薄的榉木楔子，松动就没了。'],
      ['哐当作响', '贴一条毛毡，两个部件就不会相撞。'],
      ['生锈', '褐色的硬壳用醋泡软，再涂牛油防止重来。'],
      ['螺丝脱落', '螺纹咬不住了：用火柴棍和胶填满孔。'],
      ['歪向一边', '在低的一角垫一个垫圈，让它恢复水平。'],
      ['被刮花', '刷一层硬漆，就不会留下那样的痕迹。'],
    ],
    places: [
      ['它常年淋雨', '既然总是湿的，最后上一遍亚麻油。'],
      ['它紧挨着热炉子', '温度这么高，别用会化的东西。'],
      ['它在船上', '离海这么近，用黄铜不要用钢。'],
      ['旁边睡着婴儿', '响的活儿等小家伙出门时再做。'],
      ['它是房东的', '既然是租的，动锯之前先问主人。'],
      ['它在潮湿的地窖里', '在地下，先用风扇吹两天。'],
      ['它在学校里', '学生这么多，把每条边都磨圆。'],
      ['它在山上的小屋里', '海拔那么高，凝固的时间要加倍。'],
    ],
    limits: [
      ['我没有螺丝刀', '用刀尖拧槽口就行。'],
      ['今晚之前必须修好', '全部做完不超过一个下午。'],
      ['我一分钱也不能花', '所需的东西家里都有，不用买。'],
      ['我有一只手打着石膏', '把工件夹住，单手也能做。'],
      ['不能让人看出修过', '事后没有人会发现你动过它。'],
      ['我从来没有修过东西', '初学的人先拿废料练一练。'],
      ['我对溶剂过敏', '里面没有会挥发、伤皮肤的东西。'],
      ['我希望以后能恢复原样', '每一步都可以倒回去。'],
    ],
    question: (thing, trouble, [place, limit]) => `怎样让${thing}不再${trouble}？${place}，而且${limit}。`,
    between: '',
  },
};
