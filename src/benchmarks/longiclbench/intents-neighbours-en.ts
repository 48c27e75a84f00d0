import type { IntentClass } from './intent-class.ts';

/** Requests of patients, tenants and townspeople, by intent. */
export const INTENTS_NEIGHBOURS_EN: readonly IntentClass[] = [
  {
    label: 'menu question',
    asks: [
      'is there {} in the soup',
      'do you cook anything without {}',
      'can I have the stew with no {}',
      'which of the dishes contain {}',
    ],
    things: ['celery', 'nuts', 'garlic', 'pork', 'milk', 'wheat'],
  },
  {
    label: 'food complaint',
    asks: ['the {} was cold when it came', 'there was sand in the {}', 'I could not eat the {} as it was burnt', 'your {} made me ill'],
    things: ['fish', 'pancake', 'roast', 'spinach', 'risotto', 'dumplings'],
  },
  {
    label: 'doctor appointment',
    asks: [
      'when could a doctor look at my {}',
      'I need to be seen about my {}',
      'my {} hurts and I want an appointment',
      'who in your practice treats a {}',
    ],
    things: ['knee', 'shoulder', 'sore throat', 'left ear', 'back', 'wrist'],
  },
  {
    label: 'medicine refill',
    asks: [
      'I have run out of my {}',
      'please renew the prescription for my {}',
      'may I pick up another pack of {}',
      'there are two doses of {} left',
    ],
    things: ['eye drops', 'heart tablets', 'asthma spray', 'iron pills', 'ointment', 'insulin'],
  },
  {
    label: 'test results',
    asks: [
      'is the outcome of my {} there yet',
      'what did the lab say about my {}',
      'I am anxious to learn how the {} turned out',
      'who tells me the findings of the {}',
    ],
    things: ['blood sample', 'scan', 'allergy check', 'hearing test', 'biopsy', 'urine sample'],
  },
  {
    label: 'broken heating',
    asks: [
      'the {} stays cold however I turn it',
      'it is freezing because the {} gave out',
      'no warmth comes from the {}',
      'somebody must look at the {} before it snows',
    ],
    things: ['boiler', 'radiator in the hall', 'floor heating', 'stove pipe', 'heat pump', 'thermostat'],
  },
  {
    label: 'water leak',
    asks: ['water is dripping from {}', 'there is a puddle under {}', '{} leaks into the flat below', 'a stain spreads beneath {}'],
    things: ['the sink', 'the ceiling', 'the washing machine', 'the bath', 'the gutter', 'the garden tap'],
  },
  {
    label: 'power outage',
    asks: [
      'the lights went out in {}',
      'we have had no current in {} since noon',
      'all sockets are dead in {}',
      'the fuse blows again and again in {}',
    ],
    things: ['the cellar', 'our street', 'the workshop', 'the whole block', 'the east wing', 'the stable'],
  },
  {
    label: 'slow internet',
    asks: [
      'pages take forever to load in {}',
      'the connection drops whenever I am in {}',
      'videos stutter all evening in {}',
      'the network crawls in {}',
    ],
    things: ['the attic', 'room twelve', 'my study', 'the reading hall', 'the annex', 'the caravan'],
  },
  {
    label: 'noise complaint',
    asks: [
      'I cannot sleep because of {}',
      'please do something about {}',
      '{} can be heard through the wall',
      'it is three in the morning and {} goes on',
    ],
    things: ['the drumming', 'a barking dog', 'the party upstairs', 'the building site', 'that alarm', 'loud singing'],
  },
  {
    label: 'parking permit',
    asks: [
      'where do I get leave to park {}',
      'I want to put {} in your yard for a month',
      'my permit for {} has run out',
      'am I allowed to leave {} by the church',
    ],
    things: ['a van', 'my trailer', 'two motorcycles', 'the camper', 'a delivery truck', 'our school bus'],
  },
  {
    label: 'job application',
    asks: [
      'are you still looking for {}',
      'I would like to work for you as {}',
      'I send you my papers for the post of {}',
      'is the vacancy for {} filled',
    ],
    things: ['a gardener', 'a night porter', 'an accountant', 'a nurse', 'a carpenter', "a ship's cook"],
  },
  {
    label: 'school enrolment',
    asks: [
      'I want to sign up my {} for lessons',
      'is there a place in the first form for my {}',
      'which papers do you need to admit my {}',
      'by when must my {} be registered',
    ],
    things: ['daughter', 'nephew', 'twins', 'foster son', 'younger brother', 'granddaughter'],
  },
  {
    label: 'library loan',
    asks: [
      'can I keep {} for another week',
      'I should like to borrow {}',
      'is {} on the shelf at present',
      'put me on the waiting list for {}',
    ],
    things: ['the atlas', 'that cookery book', 'the second volume', 'a field guide', 'the town chronicle', 'the Latin grammar'],
  },
  {
    label: 'pet care',
    asks: [
      'who could feed my {} while I am gone',
      'my {} needs its nails cut',
      'do you take in a {} over the summer',
      'our {} has stopped eating',
    ],
    things: ['cat', 'parrot', 'rabbit', 'old terrier', 'tortoise', 'pony'],
  },
];
