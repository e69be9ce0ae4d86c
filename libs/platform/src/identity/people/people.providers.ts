import type { Provider, Type } from '@nestjs/common';
import { AddressProofs } from '../address-proofs.js';
import { OwnAddresses } from '../own-addresses.js';
import { OwnAddressesController } from '../own-addresses.controller.js';
import { CloseAccess } from './close-access.js';
import { MergePeople } from './merge-people.js';
import { PeopleController } from './people.controller.js';
import { PeoplePersonData } from './people.person-data.js';
import { ReadPeople } from './people.query.js';

/** Everything of people's addresses and the administrator's list of people. */
export const peopleProviders: Provider[] = [
  AddressProofs,
  CloseAccess,
  MergePeople,
  OwnAddresses,
  PeoplePersonData,
  ReadPeople,
];
/** Their routes. */
export const peopleControllers: Type[] = [OwnAddressesController, PeopleController];
