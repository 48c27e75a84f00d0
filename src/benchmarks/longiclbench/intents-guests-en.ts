import type { IntentClass } from './intent-class.ts';

/** Requests of travellers, customers and guests, by intent. */
export const INTENTS_GUESTS_EN: readonly IntentClass[] = [
  {
    label: 'book room',
    asks: [
      'I would like a room for {}',
      'can you keep a room free for {}',
      'we need somewhere to sleep for {}',
      'is there still a bed to be had for {}',
    ],
    things: ['two nights', 'the long weekend', 'my parents', 'a party of five', 'the night of the fair', 'next Tuesday'],
  },
  {
    label: 'cancel booking',
    asks: [
      'please drop my reservation for {}',
      'I will not be coming after all on {}',
      'take my name off the list for {}',
      'we have to call off our stay of {}',
    ],
    things: ['Friday', 'the ninth of May', 'the boat tour', 'the corner table', 'the early sitting', 'the lake cabin'],
  },
  {
    label: 'late arrival',
    asks: [
      'our train is behind so expect us {}',
      'we will only get there {}',
      'can somebody let us in {}',
      'the road is closed and we arrive {}',
    ],
    things: ['after midnight', 'around eleven', 'two hours later', 'long past supper', 'when the desk is shut', 'tomorrow before dawn'],
  },
  {
    label: 'lost luggage',
    asks: [
      'my {} never came off the belt',
      'somebody walked away with my {}',
      'I cannot find my {} since the ferry',
      'where do I ask for a {} left on the bus',
    ],
    things: ['blue suitcase', 'rucksack', 'violin case', 'garment bag', 'green trunk', 'hat box'],
  },
  {
    label: 'order status',
    asks: [
      'where is the {} I ordered',
      'has the {} left your store yet',
      'how far along is my {}',
      'I am still waiting to hear when the {} ships',
    ],
    things: ['lamp', 'bookshelf', 'pair of boots', 'tea set', 'garden bench', 'rain coat'],
  },
  {
    label: 'return item',
    asks: [
      'how do I send back the {}',
      'the {} does not suit me and I want to give it back',
      'where can I drop off a {} I no longer want',
      'I changed my mind about the {}',
    ],
    things: ['sweater', 'coffee grinder', 'desk chair', 'bicycle helmet', 'curtain', 'wall clock'],
  },
  {
    label: 'damaged goods',
    asks: [
      'the {} arrived in pieces',
      'there is a crack right through the {}',
      'my {} was dented when I opened the box',
      'water got into the {} on the way',
    ],
    things: ['vase', 'mirror', 'kettle', 'picture frame', 'guitar', 'serving dish'],
  },
  {
    label: 'wrong item',
    asks: [
      'I asked for {} and got something else',
      'you packed the wrong thing instead of {}',
      "this parcel holds someone else's goods and not {}",
      'what I unpacked is not {}',
    ],
    things: ['a red scarf', 'size nine shoes', 'the large print edition', 'oak shelves', 'decaf beans', 'a left-handed mouse'],
  },
  {
    label: 'refund request',
    asks: [
      'I want my money back for {}',
      'please pay back what I spent on {}',
      'when will the sum for {} be on my account again',
      'you still owe me for {}',
    ],
    things: [
      'the broken fan',
      'two unused tickets',
      "last month's box",
      'the class that fell out',
      'the second delivery',
      'the faulty charger',
    ],
  },
  {
    label: 'invoice copy',
    asks: [
      'could you send the bill for {} once more',
      'I need a receipt for {}',
      'our bookkeeper is missing the paper for {}',
      'print me an invoice for {}',
    ],
    things: ['January', 'order 881', 'the catering', 'the annual fee', 'the workshop', 'the spare parts'],
  },
  {
    label: 'change address',
    asks: ['I have moved to {}', 'send everything to {} from now on', 'my new home is in {}', 'update where I live to {}'],
    things: ['Mill Lane', 'the north quay', '14 Chapel Row', 'the flat above the bakery', 'a farm near Orford', 'Harbour Street'],
  },
  {
    label: 'reset password',
    asks: [
      'I forgot how to get into {}',
      'the secret word for {} does not work any more',
      'let me choose a new password for {}',
      'I am locked out of {}',
    ],
    things: ['my profile', 'the member area', 'the app', 'the library portal', 'the staff page', 'my mail'],
  },
  {
    label: 'close account',
    asks: [
      'delete everything you hold about me in {}',
      'I no longer wish to be a customer of {}',
      'shut down my {} for good',
      'how do I leave {}',
    ],
    things: ['loyalty scheme', 'online shop', 'savings plan', 'music service', 'photo club', 'newsletter account'],
  },
  {
    label: 'opening hours',
    asks: ['until when is {} open', 'at what time does {} let people in', 'is {} shut on holidays', 'when may we visit {}'],
    things: ['the museum', 'the pool', 'the town archive', 'the garden centre', 'the post office', 'the lighthouse'],
  },
  {
    label: 'ask directions',
    asks: [
      'which way is it to {}',
      'how do I walk to {} from the square',
      'I am lost and looking for {}',
      'what is the shortest path to {}',
    ],
    things: ['the station', 'the old bridge', 'the clinic', 'the west gate', 'the camp site', 'the ferry pier'],
  },
  {
    label: 'ticket price',
    asks: [
      'what does it cost to see {}',
      'how much do children pay for {}',
      'is there a cheaper rate for {}',
      'what would four seats for {} come to',
    ],
    things: ['the opera', 'the derby', 'the puppet show', 'the cave', 'the film festival', 'the river cruise'],
  },
  {
    label: 'table reservation',
    asks: ['set a table for {}', 'may we eat with you at {}', 'put us down for dinner, {}', 'have you space in the dining room for {}'],
    things: ['six people', 'half past seven', 'a birthday', 'two by the window', 'our choir', 'Sunday noon'],
  },
];
