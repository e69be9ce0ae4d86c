import { Module, type OnModuleInit } from '@nestjs/common';
import { AlliancesModule, ExampleParts } from '#libs/alliances';
import { MeasurementsModule, MetricSources } from '#libs/measurements';
import { LinkPurposes, PersonDataSources, PersonSubjects, Policies, RetentionRules } from '#libs/platform';
import { DueItemSources, RemindersModule } from '#libs/reminders';
import { AnswerEnquiry } from './application/answer-enquiry.js';
import { EnquiryUnansweredSource, HandOnUnansweredSource } from './application/enquiry-due.sources.js';
import { EnquiryLinkPurposes } from './application/enquiry-link-purposes.js';
import { EnquiryNotices } from './application/enquiry-notices.js';
import { EnquiryPageView } from './application/enquiry-page-view.query.js';
import { EnquiryParticipants } from './application/enquiry-participants.js';
import { EnquiryPartners } from './application/enquiry-partners.js';
import { EnquirySetting } from './application/enquiry-setting.js';
import { EnquiryExample } from './application/enquiry.example.js';
import { enquiryKeeper, EnquiryPersonData, enquiryRetention } from './application/enquiry.person-data.js';
import { enquiryLists, enquiryPolicy } from './application/enquiry.policy.js';
import { EnquiryRepository } from './application/enquiry.repository.js';
import { KeptPromiseRate } from './application/kept-promise-rate.query.js';
import { KeptPromiseMetric } from './application/kept-promise.metric.js';
import { ListEnquiries } from './application/list-enquiries.query.js';
import { ListEnquiryPartners } from './application/list-enquiry-partners.query.js';
import { PublicEnquiryPages } from './application/public-enquiry-page.query.js';
import { ReceiveEnquiry } from './application/receive-enquiry.js';
import { ShowEnquiry } from './application/show-enquiry.query.js';
import { SqlEnquiryRepository } from './data/enquiry.sql-repository.js';
import { EnquiriesController } from './entry/enquiries.controller.js';
import { EnquiryAskController } from './entry/enquiry-ask.controller.js';
import { EnquiryPagesController } from './entry/enquiry-pages.controller.js';

/** The part of the module in which the promise is put to the test: enquiries of young people. */
@Module({
  imports: [AlliancesModule, RemindersModule, MeasurementsModule],
  controllers: [EnquiriesController, EnquiryAskController, EnquiryPagesController],
  providers: [
    AnswerEnquiry,
    EnquiryExample,
    EnquiryLinkPurposes,
    EnquiryNotices,
    EnquiryPageView,
    EnquiryParticipants,
    EnquiryPartners,
    EnquiryPersonData,
    EnquirySetting,
    EnquiryUnansweredSource,
    HandOnUnansweredSource,
    KeptPromiseMetric,
    KeptPromiseRate,
    ListEnquiries,
    ListEnquiryPartners,
    PublicEnquiryPages,
    ReceiveEnquiry,
    ShowEnquiry,
    { provide: EnquiryRepository, useClass: SqlEnquiryRepository },
  ],
  exports: [AnswerEnquiry, EnquiryParticipants, KeptPromiseRate, PublicEnquiryPages, ReceiveEnquiry],
})
export class EnquiriesModule implements OnModuleInit {
  constructor(
    private readonly dueItems: DueItemSources,
    private readonly metrics: MetricSources,
    private readonly unanswered: EnquiryUnansweredSource,
    private readonly handOnUnanswered: HandOnUnansweredSource,
    private readonly keptPromise: KeptPromiseMetric,
    policies: Policies,
    examples: ExampleParts,
    example: EnquiryExample,
    people: PersonSubjects,
    sources: PersonDataSources,
    personData: EnquiryPersonData,
    retention: RetentionRules,
    enquiries: EnquiryRepository,
    links: LinkPurposes,
    ownLinks: EnquiryLinkPurposes,
  ) {
    for (const purpose of ownLinks.all()) links.register(purpose);
    policies.register(enquiryPolicy, enquiryLists);
    examples.register(example);
    people.register(enquiryKeeper);
    sources.register(personData);
    retention.register(enquiryRetention(enquiries));
  }

  onModuleInit(): void {
    this.dueItems.register(this.unanswered);
    this.dueItems.register(this.handOnUnanswered);
    this.metrics.register(this.keptPromise);
  }
}
