// Made by scripts/generateSdk.ts from /openapi.json. Do not edit.
export interface paths {
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Is the process alive? */
        get: operations["getLiveness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Can it serve requests: does the database answer? */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Record what a member did
         * @description A purchase, a return, a visit, a share, a referral, an answer: everything earns by this door. Safe to repeat: the same source, document and part give the same result once, for ever; with another body they are a conflict. A return takes back, item by item, what its purchase gave.
         */
        post: operations["recordActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/age-limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** With how many years members are of age */
        get: operations["getAgeLimits"];
        /** Say with how many years members are of age */
        put: operations["changeAgeLimits"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The API keys, oldest first, revoked ones too */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The whole key is in this reply and nowhere else. A key can give no scope that it lacks itself.
         */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke an API key at once and for ever */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit-entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who changed what, latest first
         * @description Settings, programme, rewards, keys, members' rights, points by hand. Entries are chained and sealed: "fedele verify-ledger" says whether one was changed, removed or moved, and which.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The benefits that tiers come with */
        get: operations["listBenefits"];
        put?: never;
        /** Add a benefit to tiers */
        post: operations["addBenefit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/benefits/{benefitId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End a benefit
         * @description Nobody can use it from now on.
         */
        delete: operations["endBenefit"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The campaigns, latest first */
        get: operations["listCampaigns"];
        put?: never;
        /** Start a campaign with its rules */
        post: operations["startCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaignId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One campaign */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        /**
         * End a campaign with all of its rules
         * @description They give nothing from now on. What they gave is taken back at its own rate if goods come back.
         */
        delete: operations["endCampaign"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaignId}/budget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add to the budget of a campaign
         * @description Of a campaign that was started with one; whoever comes next is given at once.
         */
        post: operations["addBudget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{campaignId}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add a rule to a campaign */
        post: operations["addRule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a checkout session with a basket
         * @description Nothing is held yet. A basket can be changed and priced as often as you like.
         */
        post: operations["openCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One checkout session */
        get: operations["getCheckout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/basket": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Put another basket into the session
         * @description What was reserved is free again. The same change twice is made once.
         */
        put: operations["changeBasket"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give the session up, or undo its sale
         * @description Before the sale everything is let go. After it, all that has not come back yet comes back.
         */
        post: operations["cancelCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/commitment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The member has paid: sell the basket
         * @description Points are taken, rewards used and the purchase recorded under the session's source and document, all of it or nothing. The part that was redeemed earns nothing.
         */
        post: operations["commitCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/evaluation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the basket costs and would earn; nothing is written */
        post: operations["evaluateCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/reopening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let go what is held; the basket stays */
        post: operations["reopenCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/reservation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Hold what the basket wants to use
         * @description Rewards and points are the session's own until the reservation is over, at most half an hour.
         */
        post: operations["reserveCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take goods of a sale back
         * @description Money goes back as money and points as points, line by line in proportion; the last piece brings the rest. What the purchase had earned is taken back.
         */
        post: operations["returnToCheckout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/checkout-sessions/{sessionId}/returns/{returnId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One return */
        get: operations["getSessionReturn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let time pass in a demo tenant
         * @description Balances, tiers and dates are right by the new time at once; what jobs book follows within a minute or so. Only a tenant that was made as a demo has such a clock, and it goes forward only.
         */
        post: operations["moveClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The batches of coupons, latest first */
        get: operations["listCouponBatches"];
        put?: never;
        /**
         * Make coupons, or bring codes in
         * @description The codes that were made are shown in this answer, and never again but to the same request.
         */
        post: operations["addCouponBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-batches/{batchId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One batch of coupons: its terms, and how often it was used */
        get: operations["getCouponBatch"];
        put?: never;
        post?: never;
        /**
         * End a batch of coupons
         * @description None of its codes can be used from now on. What members have claimed stays good.
         */
        delete: operations["endCouponBatch"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-redemptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use a coupon at a till, without a member
         * @description For codes that are not a member's own and not limited by member, tier or audience. Every code that cannot be used gets the same answer, whatever the reason.
         */
        post: operations["redeemCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-redemptions/{redemptionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One redemption of a coupon */
        get: operations["getCouponRedemption"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/coupon-redemptions/{redemptionId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the redemption of a coupon back
         * @description The coupon can be used again, and what it brought is back in stock.
         */
        post: operations["reverseCouponRedemption"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was erased and when, latest first
         * @description Ids alone, kept for ever, so that a restored backup can be made to forget the same members again.
         */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try what a basket would earn; nothing is written
         * @description Shown to the member: it does not say that they are held out of a campaign.
         */
        post: operations["evaluateActivity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every type of event, with what it carries */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events in their order, from a position on
         * @description Keep the `position` of each list and give it as `after` with the next: every event comes once, also when you were away. Events are kept for 30 days; a position that is older is a conflict, and what you keep of them must be read anew from the things themselves.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events as they happen
         * @description Server-sent events: what you missed since Last-Event-ID first, then what happens, each once, in order. Where that position is too old, the stream begins with an event `reset`: what you keep must be read anew.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/exports/members.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All members as a table, latest first
         * @description One line a member: who they are, what they have of each points type, their tier. Sent as it is read, so an export that ends early is seen by its connection. Texts that a sheet would take for a formula begin with an apostrophe.
         */
        get: operations["exportMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitation-acceptances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invitation up
         * @description Opening the link does nothing by itself. An owner's link signs its holder in; who was invited by mail signs in with a code, so that a program that opens every link of a mailbox is nobody.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Invitations, oldest first */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Invite somebody by mail
         * @description The link in the letter is good once, for 7 days. It stands in no reply.
         */
        post: operations["inviteStaff"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/{invitationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Make an invitation's link worthless */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The locations by code */
        get: operations["listLocations"];
        put?: never;
        /** Add a location */
        post: operations["addLocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/locations/{locationId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One location */
        get: operations["getLocation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a location */
        patch: operations["changeLocation"];
        trace?: never;
    };
    "/v1/member-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields of your own that members have */
        get: operations["listMemberFields"];
        put?: never;
        /** Give members a field of your own */
        post: operations["addMemberField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-fields/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a field from all members; what they had in it is shown no more */
        delete: operations["removeMemberField"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/member-lookups": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find who somebody says they are
         * @description By what was typed or scanned. It shows a first name and an initial, changes nothing and proves nothing.
         */
        post: operations["lookUpMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The members, latest first, or those who are sought, or the one that an identity finds
         * @description Names are sealed: they are found by how their words begin, and not sorted by. Each line tells the tier, the last activity and the points as far as the key may read them. A page of a search may be shorter than asked for although there is a next one.
         */
        get: operations["listMembers"];
        put?: never;
        /**
         * Enrol a member
         * @description Each identity may belong to one member only; a taken one is a conflict and enrols nobody.
         */
        post: operations["enrolMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One member */
        get: operations["getMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a member */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/v1/members/{memberId}/activities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member did, latest first */
        get: operations["listActivities"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/activities/{activityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One activity and what came of it */
        get: operations["getActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/activities/{activityId}/explanation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Why an activity earned what it earned, and why not more
         * @description From the rule versions of its day and the member as they were then.
         */
        get: operations["explainActivity"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give or take points by hand
         * @description The reason is shown to the member. More than there is can be taken: the rest is owed. Above the limit that the tenant has set nothing is booked: the answer is 202, and a second person approves or refuses.
         */
        post: operations["adjustPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/adjustments/{adjustmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One adjustment */
        get: operations["getAdjustment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/adjustments/{adjustmentId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a wrong adjustment back
         * @description Nothing is deleted: an adjustment of its own undoes it and names it. Above the limit it waits for a second person, as an adjustment does.
         */
        post: operations["reverseAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/benefit-uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Use a benefit
         * @description The use is an issued reward that is used: it can be found, and taken back, like any other.
         */
        post: operations["useBenefit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/benefits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a member's tier entitles to, and what is left of it
         * @description A tier that has ended keeps its benefits to the end of their period.
         */
        get: operations["listMemberBenefits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/block": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The block that holds; not found where the member is not blocked */
        get: operations["getBlock"];
        /**
         * Block a member in one of three steps
         * @description A block that holds already becomes the step that is asked for.
         */
        put: operations["blockMember"];
        post?: never;
        /** Lift a member's block; everything is as before it */
        delete: operations["liftBlock"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/blocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All blocks that a member had, latest first */
        get: operations["listBlocks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is known of a member that is a business */
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what is known of a business, and under which other it stands */
        patch: operations["changeBusiness"];
        trace?: never;
    };
    "/v1/members/{memberId}/cards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * A member's device was lost: the codes of all their devices are good no longer
         * @description Each device gets a new card when the member signs in on it again.
         */
        delete: operations["endMemberCards"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/consents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member agrees to now, topic by topic */
        get: operations["getConsents"];
        put?: never;
        /**
         * Write down what a member agrees to or takes back
         * @description Words are added, and none is changed. A child agrees to nothing; taking back is always possible.
         */
        post: operations["recordConsent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/consents/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All that a member ever agreed to or took back, latest first */
        get: operations["listConsents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who acts for a business */
        get: operations["listContacts"];
        put?: never;
        /**
         * Let somebody act for a business
         * @description Their e-mail and phone find the business; one that belongs to a member already is a conflict.
         */
        post: operations["addContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/contacts/{contactId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Somebody acts for a business no more */
        delete: operations["removeContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/coupons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim a coupon's code for a member
         * @description It becomes an issued reward of the member that cost no points. Every code that cannot be used gets the same answer, whatever the reason; whoever tries too many is kept out for an hour.
         */
        post: operations["claimCoupon"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every movement of a member's points, latest first */
        get: operations["listEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase a member for good
         * @description Destroys the key of the member's personal data and whatever finds the member, and closes the wallets: what is left is forfeited or goes to an heir. It cannot be undone; who was erased already stays so.
         */
        post: operations["eraseMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that is known of a member
         * @description For the person who asks, or for another programme. It tells what every module knows, so the key needs to be allowed to read all of it: members, ledger, activities, rewards. That it was made is told as member.exported.
         */
        get: operations["exportMember"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member has in the fields of your own */
        get: operations["getMemberValues"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what a member has in the fields of your own */
        patch: operations["changeMemberValues"];
        trace?: never;
    };
    "/v1/members/{memberId}/gifts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a reward to another member
         * @description It leaves at once and arrives a moment later, as good as it was.
         */
        post: operations["giveReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/gifts/{giftId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One gift, as its giver sees it */
        get: operations["getGift"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/gifts/{giftId}/recall": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a gift back
         * @description What the friend has not used comes back a moment later, and can be cancelled for its points again. What they have used stays with them: the gift is then `sent` as before.
         */
        post: operations["recallGift"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/guardians": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who looks after a member */
        get: operations["listGuardians"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/guardians/{guardianId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Let a member look after another */
        put: operations["addGuardian"];
        post?: never;
        /** A member looks after another no more */
        delete: operations["removeGuardian"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reserve points
         * @description Capture uses them, release frees them; otherwise they are free again when the time is over.
         */
        post: operations["holdPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/holds/{holdId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reservation */
        get: operations["getHold"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/holds/{holdId}/capture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use reserved points */
        post: operations["captureHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/holds/{holdId}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Free reserved points */
        post: operations["releaseHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/identities": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a member another identity
         * @description One that the member has already is returned as it is.
         */
        post: operations["addIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/identities/{identityId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take an identity from a member; it is free for another afterwards */
        delete: operations["removeIdentity"];
        options?: never;
        head?: never;
        /** Mark an identity as verified, or as only claimed */
        patch: operations["verifyIdentity"];
        trace?: never;
    };
    "/v1/members/{memberId}/issued-rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member has taken, latest first */
        get: operations["listIssuedRewards"];
        put?: never;
        /**
         * Give a member a reward for points
         * @description Points, stock and reward change together or not at all.
         */
        post: operations["issueReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/issued-rewards/{issuedRewardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One issued reward */
        get: operations["getIssuedReward"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/issued-rewards/{issuedRewardId}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an issued reward
         * @description Its points go back into the lots that they came from, with the dates that those had.
         */
        post: operations["cancelIssuedReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/issued-rewards/{issuedRewardId}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take the use of a reward back
         * @description Within an hour, and once: the reward can be used again, until the date that it had. Of a benefit the use is free again, for as long as the member has the right.
         */
        post: operations["reverseRewardUse"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/issued-rewards/{issuedRewardId}/use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use an issued reward */
        post: operations["useIssuedReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who was merged into a member, the latest first
         * @description At most 100.
         */
        get: operations["listMerges"];
        put?: never;
        /**
         * Merge another member into this one
         * @description For two memberships of one person. Identities, counters, the higher tier and the stricter consents go over at once, points a moment later, each lot with the dates that it had. What was reserved is let go, and rewards that were not used become points again. Who asks for the other from then on is sent on.
         */
        post: operations["mergeMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/merges/{fromId}/reversal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a merge: two people are two again
         * @description Identities, counters, tiers and consents come back as they were unless they have changed since; the points that the merge brought go back a moment later, each lot with its dates. What was earned since stays with the one who stayed. Refused where points of the merge were used since: give them back first. Rewards that the merge turned into points stay points.
         */
        post: operations["reverseMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The notes on a member, latest first */
        get: operations["listNotes"];
        put?: never;
        /** Write down something to remember of a member */
        post: operations["writeNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/notes/{noteId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove a note */
        delete: operations["removeNote"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/pending-adjustments/{pendingId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One adjustment that waits, or waited, for a second person */
        get: operations["getPendingAdjustment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/pending-adjustments/{pendingId}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve an adjustment that somebody else asked for
         * @description It is booked at once. Whoever asked for it is refused as forbidden.
         */
        post: operations["approveAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/pending-adjustments/{pendingId}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Refuse an adjustment that somebody else asked for */
        post: operations["refuseAdjustment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/spending-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a member a code, so that they can prove that they are there
         * @description To an address that was proved to be theirs, else to one that has been known for a day.
         */
        post: operations["sendSpendingCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/spends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Use points */
        post: operations["spendPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/spends/{spendId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One spend */
        get: operations["getSpend"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/spends/{spendId}/reversals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give points of a spend back
         * @description Into the lots that they came from, with the dates that those had.
         */
        post: operations["reverseSpend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All tasks for a member, latest first */
        get: operations["listTasks"];
        put?: never;
        /** Write down something to do for a member */
        post: operations["addTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/tasks/{taskId}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Say that a task is done, or will not be */
        put: operations["closeTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/tier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a member has come */
        get: operations["getMemberTier"];
        /** Give a member a tier by hand, for a while */
        put: operations["setManualTier"];
        post?: never;
        /** Take a tier away that was given by hand */
        delete: operations["endManualTier"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything that happened to a member, latest first, and why
         * @description Activities and what they earned, points used, expired or given by hand, steps between tiers, rewards. Only what the key may read: activities need activities:read, points ledger:read, rewards rewards:read.
         */
        get: operations["readTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give points to another member
         * @description They leave at once and arrive a moment later, with the dates that they had.
         */
        post: operations["transferPoints"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/transfers/{transferId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One transfer, as its sender sees it */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/{memberId}/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a member has
         * @description Right at this moment, whether or not an expiry has been booked.
         */
        get: operations["listWallets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/members/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many members are sought */
        get: operations["countMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offline-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Sales that were made offline and that somebody should look at, or has, latest first */
        get: operations["listOfflineSales"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offline-sales/{offlineSaleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One sale that was made offline, with what was sold while it waits */
        get: operations["getOfflineSale"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/offline-sales/{offlineSaleId}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decide about a sale that was made offline
         * @description Accepted, it is booked as of when it happened, and what its member did not have is owed.
         */
        post: operations["decideOfflineSale"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Letters that Fedele wrote, latest first
         * @description Sign-in codes of others stand in them, so this is for whoever may do everything.
         */
        get: operations["listOutboxMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/outbox-messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One letter */
        get: operations["getOutboxMessage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The partners by code */
        get: operations["listPartners"];
        put?: never;
        /** Add a partner */
        post: operations["addPartner"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partnerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One partner */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a partner */
        patch: operations["changePartner"];
        trace?: never;
    };
    "/v1/pending-adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Adjustments that wait, or waited, for a second person, latest first */
        get: operations["listPendingAdjustments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/points-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The currencies of the programme */
        get: operations["listPointsTypes"];
        put?: never;
        /**
         * Add a currency to the programme
         * @description Without more said its points can be used at once and never expire.
         */
        post: operations["addPointsType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/points-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change the terms of a currency
         * @description For points earned from now on; where expiry by silence begins, silence is counted from now on.
         */
        patch: operations["changePointsType"];
        trace?: never;
    };
    "/v1/presets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Campaigns to begin with, and what they ask */
        get: operations["listPresets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/presets/{presetCode}/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a campaign out of a preset
         * @description Adds its points type where the programme has none of that code, and starts the campaign with its rule. A stamp card also says what to offer as a reward: send it to POST /v1/rewards.
         */
        post: operations["startPreset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The products by SKU */
        get: operations["listProducts"];
        put?: never;
        /** Add a product */
        post: operations["addProduct"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/products/{sku}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One product */
        get: operations["getProduct"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a product */
        patch: operations["changeProduct"];
        trace?: never;
    };
    "/v1/programme": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How the programme works */
        get: operations["getProgramme"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programme/closure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * End the programme on a day that is told ahead
         * @description Points end then at the latest, in every wallet, statement and report, from the moment of this decision. It can be moved and taken back as long as the points have not ended.
         */
        put: operations["closeProgramme"];
        post?: never;
        /** Let the programme go on after all */
        delete: operations["reopenProgramme"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programme/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change what the programme does where fair people differ */
        patch: operations["changePolicies"];
        trace?: never;
    };
    "/v1/programme/tiers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Replace the tiers
         * @description Whoever is in the middle of a period finishes it under the tiers that it began with.
         */
        put: operations["changeTiers"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/programme/trials": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try a campaign on the latest purchases
         * @description Judges them by what was stored with them, beside the campaigns of their days, in the order in which they happened, and says what the campaign would have given and cost. Nothing is written.
         */
        post: operations["tryCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the programme costs
         * @description The points that are outstanding, at the face value that their type has now, and the money that rewards used this month took off. It sums every wallet of the tenant; ask for it daily rather than for every page.
         */
        get: operations["reportCost"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The points that are outstanding
         * @description By points type, right at this moment: points whose date is over are not outstanding, whether or not their expiry has been booked. It sums every wallet of the tenant; ask for it daily rather than for every page.
         */
        get: operations["reportLiability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/reconciliation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * From the points at the beginning of a period to those at its end
         * @description By points type and partner, as it was booked: a purchase that was told late belongs to the day on which we heard of it, so that a period that is over never changes. An expiry counts when it is booked, which may be a little after its date. It sums every entry of the tenant; ask for it daily rather than for every page.
         */
        get: operations["reportReconciliation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The rewards, latest first */
        get: operations["listRewards"];
        put?: never;
        /** Offer a reward for points */
        post: operations["offerReward"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{rewardId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One reward */
        get: operations["getReward"];
        put?: never;
        post?: never;
        /**
         * End a reward
         * @description Nobody can take it from now on. Who has taken it keeps it.
         */
        delete: operations["endReward"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rewards/{rewardId}/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Put more of a reward into stock */
        post: operations["addStock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/rules/{ruleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a rule its next version
         * @description It holds from its `validFrom` on, by default from now; what was earned before stays as it was.
         */
        put: operations["changeRule"];
        post?: never;
        /**
         * End a rule
         * @description It gives nothing from now on. What it gave is taken back at its own rate if goods come back.
         */
        delete: operations["endRule"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/second-factors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Complete a sign-in with the code of an app */
        post: operations["showSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The segments, latest first */
        get: operations["listSegments"];
        put?: never;
        /** Keep a segment */
        post: operations["addSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{segmentId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One segment */
        get: operations["getSegment"];
        put?: never;
        post?: never;
        /** Remove a segment; its members stay what they are */
        delete: operations["removeSegment"];
        options?: never;
        head?: never;
        /** Change a segment */
        patch: operations["changeSegment"];
        trace?: never;
    };
    "/v1/segments/{segmentId}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members who are in a segment now, latest first */
        get: operations["listSegmentMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/{segmentId}/members/{memberId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whether a member is in a segment now */
        get: operations["isInSegment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/segments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Count the members that a segment would have; nothing is written */
        post: operations["countSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who you are
         * @description Of a session also the token that a page sends in the header x-csrf-token with what it changes.
         */
        get: operations["getSession"];
        put?: never;
        post?: never;
        /** Sign out */
        delete: operations["endSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on working: the session under a new secret, for another twelve hours
         * @description At most a week after the sign-in. Asked twice within half a minute it is renewed once.
         */
        post: operations["renewSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin a second factor: a secret for an authenticator app
         * @description Nothing asks for it until a code of the app was shown. Begun again, the earlier secret is worthless.
         */
        post: operations["startTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Show that the app works: from now on every sign-in asks for it */
        post: operations["confirmTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the second factor away, by a code of it */
        post: operations["endTotp"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Have a code sent
         * @description The answer is the same whether or not somebody works here under this address.
         */
        post: operations["askForSignInCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-ins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with the code that came by mail
         * @description A code is good for ten minutes and for five tries; asking for another one makes it worthless.
         */
        post: operations["signIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/spending-proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take what a member shows, so that their points can be used
         * @description Good for ten minutes and one use, by whoever was shown it. Each code of a device is taken once, one that was sent has five tries.
         */
        post: operations["proveSpending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who works here */
        get: operations["listStaff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/staff/{staffId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Somebody who works here */
        get: operations["getStaff"];
        put?: never;
        post?: never;
        /** Let somebody go: every session ends at once */
        delete: operations["removeStaff"];
        options?: never;
        head?: never;
        /**
         * Give somebody another role
         * @description It counts from the next request on. Nobody gives a role that may do more, and one owner stays.
         */
        patch: operations["changeStaff"];
        trace?: never;
    };
    "/v1/staff/{staffId}/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Take away the second factor of somebody who lost it
         * @description Every session of the person ends. Nobody does it for somebody who may do more.
         */
        delete: operations["resetSecondFactor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is to be done for all members, the first due first */
        get: operations["listOpenTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tenant that you are */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change the tenant's settings */
        patch: operations["changeTenant"];
        trace?: never;
    };
    "/v1/till-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tills' keys, oldest first, revoked ones too */
        get: operations["listTillKeys"];
        put?: never;
        /**
         * Make a till's key
         * @description The whole key is in this reply and nowhere else. It may do what a cashier may, works only on the device that is named here, and what it records happens at its location.
         */
        post: operations["createTillKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till-keys/{tillKeyId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a till's key at once and for ever */
        delete: operations["revokeTillKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till-keys/{tillKeyId}/device": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a till's device signs by, and how far its sales have come in */
        get: operations["getTillDevice"];
        /**
         * Register what a till's device signs by
         * @description Once and for good: what the till sells without a network is believed by this key. The same key again changes nothing; another one is refused, and a browser that lost its key needs a new till's key.
         */
        put: operations["registerTillDevice"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/till-keys/{tillKeyId}/offline-sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send what a till sold without a network
         * @description Each sale is booked once, by its source and document, however often and in whatever order it is sent. When it happened is told by the device's clock, set right by ours and by the order of the counter; what lies further back than 72 hours, or was sold by a till whose key is revoked, waits for a person. Another caller than the till may send what was saved from its device.
         */
        post: operations["sendOfflineSales"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Somebody is here who is not known yet */
        post: operations["addVisitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/visitors/{visitorId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One visitor */
        get: operations["getVisitor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** The visitor is here again */
        patch: operations["seeVisitor"];
        trace?: never;
    };
    "/v1/visitors/{visitorId}/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Say which member a visitor is */
        post: operations["linkVisitor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The webhook endpoints, latest first */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Have an address called with events
         * @description Calls follow Standard Webhooks: check the signature with one of its libraries and the secret that is in this reply and nowhere else. Each event comes at least once, in no promised order; `webhook-id` is the same when it is repeated.
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One webhook endpoint */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /** Call an address no more, and forget what was sent there */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        /** Change an endpoint's address or events, enable or disable it */
        patch: operations["changeWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sent to an endpoint in the last 30 days, latest events first */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/deliveries/{eventId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Send an event to an endpoint once more */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a new secret; the one before signs along for a day */
        post: operations["renewWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhook-endpoints/{endpointId}/tests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Call an endpoint to see whether it takes it */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description An invitation that was taken up. Without a session: ask for a code and sign in. */
        Accepted: {
            signedIn?: components["schemas"]["SignedIn"];
        };
        /** @description What a member did and what came of it. */
        Activity: {
            /** @description The sum; of a return, what came back. Minor units. */
            amountMinor?: number;
            /** @description What each rule gave. */
            awards: components["schemas"]["Award"][];
            /**
             * @description ISO 4217 code of a currency. Amounts are whole numbers of its smallest unit.
             * @example EUR
             */
            currency?: string;
            /** @description Its own name for it. */
            document: string;
            /**
             * @description The activity's id.
             * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description What the member did.
             * @enum {string}
             */
            kind: "purchase" | "return" | "visit" | "use" | "share" | "referral" | "review" | "answer" | "custom";
            /**
             * @description Who did it.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-03-01T09:30:00Z
             */
            occurredAt: string;
            /** @description A part of the document. */
            part?: string;
            /** @description What it did to the member's points, by type. */
            points: components["schemas"]["PointsMoved"][];
            /**
             * Format: date-time
             * @description When it was recorded; absent while parked.
             * @example 2026-03-01T09:30:00Z
             */
            recordedAt?: string;
            shortfalls?: {
                /** @description What is to be charged, in minor units of the tenant's currency. */
                amountMinor?: number;
                /** @description Points that had been spent already. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /**
                 * @description Owed by the member, lost to the programme, or charged in money.
                 * @enum {string}
                 */
                policy: "debt" | "clamp" | "charge";
            }[];
            /** @description Who says so. */
            source: string;
            /**
             * @description `parked`: a return whose sale is not known yet; it is taken back when the sale comes. `orphan`: the sale did not come in time; told anew, under a key of its own, it may still find it.
             * @enum {string}
             */
            status: "recorded" | "parked" | "orphan";
            /** @description The tier before and after, where it changed. */
            tier?: {
                after: string | null;
                before: string | null;
            };
        };
        /** @description One line of a receipt. */
        ActivityLine: {
            /** @description What was paid for the whole line: tax included, after every discount. Minor units. */
            amountMinor: number;
            /** @description Default: what the catalogue says of the product. */
            categories?: string[];
            /** @description What was taken off before the amount was paid. Minor units. */
            discountMinor?: number;
            /**
             * @description What the line is, as far as earning cares. Default: goods.
             * @enum {string}
             */
            kind?: "goods" | "shipping" | "gift_card" | "tip" | "restricted";
            /** @description The part of the amount that was paid with points. Minor units. */
            paidWithPointsMinor?: number;
            /** @description The product's number. */
            product?: string;
            /** @description Thousandths of a piece, a kilogram, a night: 1000 is one. */
            quantityThousandths: number;
            /** @description The tax within the amount. Minor units. */
            taxMinor?: number;
        };
        ActivityPage: {
            items: components["schemas"]["Activity"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Points given or taken by hand. */
        Adjustment: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The adjustment's id.
             * @example adj_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whose points.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /** @description Given; below zero: taken. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why. */
            reason: string;
            /**
             * @description The adjustment that took this one back.
             * @example adj_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            reversedById?: string;
            /**
             * @description The adjustment that this one takes back.
             * @example adj_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            reversesId?: string;
        };
        /** @description When members are of age: before that they earn, neither use points nor pass them on, and get no marketing. A member's country counts, or the tenant's. A change counts for members who are enrolled or changed after it. */
        AgeLimits: {
            /** @description Where it is otherwise; each country once. */
            countries: {
                /**
                 * @description ISO 3166 code of a country.
                 * @example IT
                 */
                country: string;
                /** @description With how many years members of this country are of age. */
                years: number;
            }[];
            /** @description With how many years members are of age. Until somebody says otherwise 18. */
            usual: number;
        };
        /** @description Money and the tax within it. */
        Amounts: {
            /** @description With tax. Minor units. */
            grossMinor: number;
            /** @description Without tax. Minor units. */
            netMinor: number;
            /** @description The tax. Minor units. */
            taxMinor: number;
        };
        /** @description An API key. */
        ApiKey: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The key's id; it is part of the key and no secret.
             * @example key_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What the key is for. */
            name: string;
            /**
             * Format: date-time
             * @description When it was revoked; absent while it works.
             * @example 2026-03-01T09:30:00Z
             */
            revokedAt?: string;
            /** @description What the key may do. */
            scopes: ("activities:read" | "activities:write" | "adjustments:write" | "audit:read" | "catalog:read" | "catalog:write" | "events:read" | "checkout:read" | "checkout:write" | "ledger:read" | "ledger:write" | "members:read" | "members:write" | "outbox:read" | "programme:read" | "programme:write" | "rewards:read" | "rewards:write" | "staff:read" | "staff:write" | "tenant:read" | "tenant:write" | "webhooks:read" | "webhooks:write")[];
        };
        ApiKeyPage: {
            items: components["schemas"]["ApiKey"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Who changed what, when. It never changes. */
        AuditEntry: {
            /**
             * @description Who did it.
             * @example key_01kb1vn7xqf8krv1q7ey6p4c0m
             * @example cli
             */
            actor: string;
            /**
             * Format: date-time
             * @description When it was done, in the tenant's time.
             * @example 2026-03-01T09:30:00Z
             */
            at: string;
            /** @description The names of what was said. */
            fields: string[];
            /**
             * @description Whom it is about.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId?: string;
            /**
             * @description What was done, as this reference names it.
             * @example adjustPoints
             */
            operation: string;
            /** @description Its place in the tenant's chain, which counts from 1 without a gap. */
            place: number;
            /** @description What was changed or made: its id, or its code. */
            resource?: string;
            /** @description What was asked for, without secrets. null: nothing was said, or it was about a member who has been erased. */
            said: {
                [key: string]: unknown;
            } | null;
            /** @description Its seal, over the entry and the seal before; 64 hexadecimal digits. */
            seal: string;
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description What one rule gave. */
        Award: {
            /** @description How they fall on the lines; they sum to the points. */
            perLine: number[];
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /**
             * @description The rule that gave it.
             * @example rul_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            ruleId: string;
            /** @description The version of the rule. */
            ruleVersion: number;
        };
        /** @description A right that comes with a tier. */
        Benefit: {
            /** @description The code by which tills and members name the benefit. */
            code: string;
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            gift: components["schemas"]["Gift"];
            /**
             * @description The benefit's id.
             * @example ben_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What it is called. */
            name: string;
            /**
             * @description Its uses are counted anew in each, by the tenant's calendar.
             * @enum {string}
             */
            period: "day" | "week" | "month" | "quarter" | "year";
            /**
             * @description Whether it can still be used.
             * @enum {string}
             */
            status: "live" | "ended";
            /** @description The tiers that it comes with. */
            tiers: string[];
            /** @description How often in a period; null: without limit. */
            usesMax: number | null;
        };
        /** @description The benefits of the programme. */
        BenefitList: {
            items: components["schemas"]["Benefit"][];
        };
        /** @description That a member is or was blocked. */
        Block: {
            /**
             * Format: date-time
             * @description Since when.
             * @example 2026-03-01T09:30:00Z
             */
            blockedAt: string;
            /** @description Who blocked the member: an API key or another actor. */
            blockedBy: string;
            /**
             * @description The block's id.
             * @example blk_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was lifted, or made another step; null while it holds.
             * @example 2026-03-01T09:30:00Z
             */
            liftedAt: string | null;
            /** @description Who lifted it; null while it holds. */
            liftedBy: string | null;
            /** @description Why; null where nobody said. */
            reason: string | null;
            /**
             * @description `no_login`: cannot sign in, and points go on at the till. `earn_only`: nor use points or pass them on. `nothing`: nor earn or receive any. What is pending stays pending, and all is as before once it is lifted.
             * @enum {string}
             */
            step: "no_login" | "earn_only" | "nothing";
        };
        BlockPage: {
            items: components["schemas"]["Block"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description What all members together get at most. */
        Budget: {
            /**
             * Format: date-time
             * @description When an award could not be given in full for the first time since it was raised.
             * @example 2026-03-01T09:30:00Z
             */
            exhaustedAt: string | null;
            /** @description What is left. */
            left: number;
            /** @description All that there ever was to give. */
            points: number;
            /** @description What was given, less what came back. */
            spent: number;
            /**
             * @description What becomes of an award that is larger.
             * @enum {string}
             */
            whenShort: "nothing" | "partial";
        };
        /** @description What is added to a budget. */
        BudgetAddition: {
            /** @description Instead, or besides: so much money, in minor units of the tenant's currency. It buys points at the face value that their type has on this day; where both are named the smaller counts. */
            minor?: number;
            /** @description So many points. */
            points?: number;
        };
        /** @description What is known of a member that is a business. */
        Business: {
            /** @description The businesses above it, from below. */
            above: string[];
            /** @description Who looks after it: the id of a member of staff, as the tenant has it. */
            accountManager: string | null;
            /** @description Its name as it is registered. */
            legalName: string | null;
            /**
             * @description The member of the kind `corporate` that it is.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * @description The business above it. There are at most 5 levels.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            parentId: string | null;
            /** @description Its number in a register of companies. */
            registration: string | null;
            /** @description The businesses directly below it, the latest first; at most 100 are told of. */
            subsidiaries: string[];
            /** @description Its VAT number. */
            vatNumber: string | null;
        };
        /** @description What to change of a business; what is not named stays, null empties. */
        BusinessChange: {
            /** @description Who looks after it: the id of a member of staff, as the tenant has it. */
            accountManager?: string | null;
            /** @description Its name as it is registered. Kept sealed. */
            legalName?: string | null;
            /**
             * @description The business above it. There are at most 5 levels.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            parentId?: string | null;
            /** @description Its number in a register of companies. Kept sealed. */
            registration?: string | null;
            /** @description Its VAT number. Kept sealed. */
            vatNumber?: string | null;
        };
        /** @description What names an activity in the world. Unique in a tenant, for ever. */
        BusinessKey: {
            /** @description Its own name for what happened: a receipt, an order, a booking. */
            document: string;
            /** @description A part of the document, where one comes in several. What a rule gives for the whole it gives once. */
            part?: string;
            /** @description Who says so: a till, a shop, a system. */
            source: string;
        };
        /** @description Rules that belong together. */
        Campaign: {
            budget?: components["schemas"]["Budget"];
            /**
             * Format: date-time
             * @description When it was started.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description How often a member who is held out would have been given something. */
            heldOut: number;
            /** @description Of 10,000 members so many get nothing from it, always the same ones, to compare with. Default: 0. */
            holdout: number;
            /**
             * @description The campaign's id.
             * @example cmp_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            limit?: components["schemas"]["Limit"];
            /** @description What it is called. */
            name: string;
            /** @description The higher comes first; of equal ones those that are exclusive, then the older. Default: 0. */
            priority: number;
            /** @description The latest version of each rule. */
            rules: components["schemas"]["Rule"][];
            /** @description When its rules give, by the time of the activity: at any of these. Default: always. */
            schedule: components["schemas"]["Opening"][];
            stacking: components["schemas"]["Stacking"];
            /**
             * @description Whether its rules can still give.
             * @enum {string}
             */
            status: "live" | "ended";
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description The whole basket as it is now. */
        CheckoutBasket: {
            /** @description Where it came in: pos, web, app, phone. Default: api. */
            channel?: string;
            /** @description What is bought, in the tenant's currency. */
            lines: components["schemas"]["CheckoutLine"][];
            /** @description The code of the place. */
            location?: string;
            /** @description The code of the partner who gives the points. Default: the place's. */
            partner?: string;
            /** @description Points that the member wants to pay with. */
            points?: {
                /** @description How many points at most: no more are used than the basket needs. */
                points: number;
                /** @description The code of the points type. It needs a face value. */
                pointsType: string;
            };
            /**
             * @description How the law sees what is redeemed. `discount`: it lowers what is taxed, as in the European Union. `tender`: it pays a part, and the whole is taxed. The member pays the same.
             * @enum {string}
             */
            redeemsAs?: "discount" | "tender";
            /** @description What the member wants to use. Products come first, then percent, then sums. Gift cards, tips and restricted goods keep their price. */
            rewards?: string[];
            /** @description How many baskets the session has had: the last one that you saw. */
            version: number;
        };
        /** @description Both views of what is redeemed. As a discount, `after` is taxed. As a means of payment, `before` is taxed, and the gross of `discount` is what was paid with points. */
        CheckoutBill: {
            /** @description In the basket's order. */
            lines: {
                after: components["schemas"]["Amounts"];
                before: components["schemas"]["Amounts"];
                discount: components["schemas"]["Amounts"];
            }[];
            /** @description By rate of tax, the lowest first. */
            rates: components["schemas"]["TaxTotal"][];
            redeemed: components["schemas"]["Redeemed"][];
            /** @description What the member pays in money. Minor units. */
            toPayMinor: number;
            total: {
                after: components["schemas"]["Amounts"];
                before: components["schemas"]["Amounts"];
                discount: components["schemas"]["Amounts"];
            };
        };
        /** @description What the basket costs and earns. Nothing is written. */
        CheckoutEvaluation: {
            /** @description What each rule would give. */
            awards: components["schemas"]["Award"][];
            bill: components["schemas"]["CheckoutBill"];
            /** @description What the purchase would earn. */
            earns: components["schemas"]["PointsEarned"][];
            /** @description What cannot be used; a reservation would be refused. */
            notRedeemed: components["schemas"]["NotRedeemed"][];
            /** @description How many baskets the session has had: the last one that you saw. */
            version: number;
        };
        /** @description One line of a basket. */
        CheckoutLine: {
            /** @description What the whole line costs before anything is redeemed, tax included. Minor units. */
            amountMinor: number;
            /** @description Default: what the catalogue says of the product. */
            categories?: string[];
            /** @description What was taken off before the amount was paid. Minor units. */
            discountMinor?: number;
            /**
             * @description What the line is, as far as earning cares. Default: goods.
             * @enum {string}
             */
            kind?: "goods" | "shipping" | "gift_card" | "tip" | "restricted";
            /** @description The product's number. */
            product?: string;
            /** @description Thousandths of a piece, a kilogram, a night: 1000 is one. */
            quantityThousandths: number;
            /** @description The rate of the tax within the amount, in thousandths of a percent: 22000 is 22 %. Default: 0. */
            taxThousandths?: number;
        };
        /** @description A basket on its way from the shelf to the receipt. */
        CheckoutSession: {
            /**
             * @description The purchase, once it was committed.
             * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            activityId?: string;
            bill?: components["schemas"]["CheckoutBill"];
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2026-03-01T09:30:00Z
             */
            changedAt: string;
            channel?: string;
            /**
             * Format: date-time
             * @description When it was opened.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description The name of the purchase. */
            document: string;
            /** @description What the purchase earned. */
            earned?: components["schemas"]["PointsEarned"][];
            /**
             * @description The session's id.
             * @example chs_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            lines: components["schemas"]["CheckoutLine"][];
            location?: string;
            /**
             * @description Whose basket it is.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            partner?: string;
            /** @description Points that the member wants to pay with. */
            points?: {
                /** @description How many points at most: no more are used than the basket needs. */
                points: number;
                /** @description The code of the points type. It needs a face value. */
                pointsType: string;
            };
            /**
             * @description How the law sees what is redeemed. `discount`: it lowers what is taxed, as in the European Union. `tender`: it pays a part, and the whole is taxed. The member pays the same.
             * @enum {string}
             */
            redeemsAs: "discount" | "tender";
            /**
             * Format: date-time
             * @description Until when it is reserved, exclusive; null: it is not.
             * @example 2026-03-01T09:30:00Z
             */
            reservedUntil: string | null;
            /** @description How much of each line has come back. */
            returnedThousandths?: number[];
            rewards: string[];
            /** @description Who says so. */
            source: string;
            /**
             * @description What has become of it; right by date.
             * @enum {string}
             */
            status: "open" | "reserved" | "committed" | "partly_returned" | "returned" | "cancelled";
            /** @description How many baskets the session has had: the last one that you saw. */
            version: number;
        };
        /** @description A tenant's time. */
        Clock: {
            /** @description How far its time is ahead of the server's. */
            clockOffsetMs: number;
            /**
             * Format: date-time
             * @description What time it is in the tenant now.
             * @example 2026-03-01T09:30:00Z
             */
            now: string;
        };
        /** @description How much time passes in a demo. */
        ClockJump: {
            /** @description How far the clock jumps forward; a day has 86400. */
            seconds: number;
        };
        /** @description How the programme ends. */
        Closure: {
            /**
             * Format: date-time
             * @description From then on nothing is earned: what happened before still is, also where it is told late.
             * @example 2026-03-01T09:30:00Z
             */
            earningEndsAt: string;
            /**
             * Format: date-time
             * @description When all points that were not used are gone; at least 30 days after the end of earning.
             * @example 2026-03-01T09:30:00Z
             */
            pointsEndAt: string;
        };
        /** @description A condition in the one condition language. */
        ConditionGroup: {
            /**
             * @description Whether all must hold, or one.
             * @enum {string}
             */
            combinator: "and" | "or";
            /** @description Whether the whole is turned round. */
            not?: boolean;
            /** @description Conditions {field, operator, value} and groups like this one, as react-querybuilder writes them. */
            rules: {
                [key: string]: unknown;
            }[];
        };
        /** @description What a member said, with the evidence. */
        Consent: {
            /**
             * Format: date-time
             * @description When the member was asked to confirm; null without a double opt-in.
             * @example 2026-03-01T09:30:00Z
             */
            askedAt: string | null;
            /**
             * Format: date-time
             * @description When the member said it.
             * @example 2026-03-01T09:30:00Z
             */
            at: string;
            /**
             * Format: date-time
             * @description When they confirmed; null without a double opt-in.
             * @example 2026-03-01T09:30:00Z
             */
            confirmedAt: string | null;
            /** @description Whether a hash of the address that it came from is kept. */
            hasAddress: boolean;
            /**
             * @description Names this word of the member's.
             * @example cns_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * Format: date-time
             * @description When we were told.
             * @example 2026-03-01T09:30:00Z
             */
            recordedAt: string;
            /** @description Who told us: an API key or another actor. */
            recordedBy: string;
            /**
             * @description By which way the member said it: a form of the shop's, the till, a `link` in a message, and so on.
             * @enum {string}
             */
            source: "form" | "till" | "call" | "letter" | "link" | "import" | "staff";
            /**
             * @description Whether the member agreed, or took it back.
             * @enum {string}
             */
            state: "granted" | "withdrawn";
            /** @description The text that was agreed to; null where none was given. */
            textVersion: string | null;
            /**
             * @description What it is about: being written to by `email`, `sms`, `push` or `post`, being called by `phone`, being grouped by what one does (`profiling`), being told to other firms (`partners`).
             * @enum {string}
             */
            topic: "email" | "sms" | "push" | "phone" | "post" | "profiling" | "partners";
        };
        ConsentPage: {
            items: components["schemas"]["Consent"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description What holds of one topic. */
        ConsentStanding: {
            /** @description Whether it may be acted upon now. Of a child never. */
            isGranted: boolean;
            /**
             * Format: date-time
             * @description When they said it; null: never.
             * @example 2026-03-01T09:30:00Z
             */
            since: string | null;
            /**
             * @description The member's last word.
             * @enum {string}
             */
            state: "granted" | "withdrawn" | "never_asked";
            /**
             * @description What it is about: being written to by `email`, `sms`, `push` or `post`, being called by `phone`, being grouped by what one does (`profiling`), being told to other firms (`partners`).
             * @enum {string}
             */
            topic: "email" | "sms" | "push" | "phone" | "post" | "profiling" | "partners";
        };
        /** @description What holds of every topic. */
        ConsentStandings: {
            items: components["schemas"]["ConsentStanding"][];
        };
        /** @description Somebody who acts for a business. */
        Contact: {
            /**
             * Format: date-time
             * @description When they were added.
             * @example 2026-03-01T09:30:00Z
             */
            addedAt: string;
            /** @description Their e-mail address in its one written form. */
            email: string | null;
            /**
             * @description The contact's id.
             * @example con_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description Whether what they do earns for the business: their e-mail and phone then find it. */
            mayEarn: boolean;
            /** @description Whether they may use its points. Whoever lets them (a till, a portal) asks this first. */
            maySpend: boolean;
            /**
             * @description The member that they are themselves; null: none.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string | null;
            /** @description What to call them; null once the business was erased. */
            name: string | null;
            /** @description Their phone number in its one written form. */
            phone: string | null;
            /** @description What they are there: a buyer, the owner, … */
            role: string | null;
        };
        /** @description All of them, at most 100. */
        ContactList: {
            items: components["schemas"]["Contact"][];
        };
        /** @description What the programme costs, in minor units of the tenant's currency. */
        CostReport: {
            /**
             * Format: date-time
             * @description The moment it is true of, in the tenant's time.
             * @example 2026-03-01T09:30:00Z
             */
            at: string;
            /**
             * @description ISO 4217 code of a currency. Amounts are whole numbers of its smallest unit.
             * @example EUR
             */
            currency: string;
            /** @description What was given this month. */
            discounts: {
                /** @description How much they took off. */
                amountMinor: number;
                /**
                 * @description The current month in the tenant's time zone.
                 * @example 2026-03
                 */
                month: string;
                /** @description How many rewards that take an amount of money off were used in it so far. */
                rewards: number;
            };
            /** @description What members could still use, by points type. */
            points: {
                /**
                 * @description What points are worth, for reports and limits: 1,000 points at 500 cents are half a cent each.
                 * @example {
                 *       "points": 1000,
                 *       "minor": 500
                 *     }
                 */
                faceValue: {
                    /** @description so many minor units of the tenant's currency. */
                    minor: number;
                    /** @description For so many points, */
                    points: number;
                } | null;
                /** @description The points that are outstanding: the same as in the report on them. */
                outstanding: number;
                /** @description The code of the points type. */
                pointsType: string;
                /** @description What they are worth at face value; null: nobody has said what they are worth. */
                worthMinor: number | null;
            }[];
            /** @description What the outstanding points of all types that have a face value are worth. */
            pointsMinor: number;
        };
        /** @description Coupons that were made or brought in together. */
        CouponBatch: {
            audience?: components["schemas"]["ConditionGroup"];
            /** @description How many coupons there are. */
            coupons: number;
            /**
             * Format: date-time
             * @description When the batch was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            gift: components["schemas"]["Gift"];
            /**
             * @description The batch's id.
             * @example cpb_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whether the codes were made here.
             * @enum {string}
             */
            kind: "made" | "imported";
            /** @description What the batch is called, for the shop's own people. */
            name: string;
            /** @description How many of them one member can have; null: as many as they find. */
            perMemberMax: number | null;
            /**
             * @description The reward that they bring; null: it stands in no catalogue.
             * @example rwd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            rewardId: string | null;
            /**
             * @description Whether they can still be used.
             * @enum {string}
             */
            status: "live" | "ended";
            /** @description Who may use them, by tier; empty: all. */
            tiers: string[];
            /** @description How often its coupons were used, together. Only where one batch is read. */
            uses?: number;
            /** @description How often each can be used; null: without limit. Where nothing is said: once. */
            usesMax: number | null;
            /** @description For how many days one is good after a member has claimed it, to the end of the last; null: until `validUntil`. */
            validDays: number | null;
            /**
             * Format: date-time
             * @description From when they can be used; null: since ever.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom: string | null;
            /**
             * Format: date-time
             * @description Until when they can be used, exclusive; null: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil: string | null;
        };
        CouponBatchPage: {
            items: components["schemas"]["CouponBatch"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description A code that a member has. */
        CouponClaim: {
            /**
             * @description The code as it was typed: small letters, blanks, dashes, O for 0 and I or L for 1 are read.
             * @example 7k3m 9qpx 2hvd c
             */
            code: string;
            /** @description Where the code was typed, as you tell it apart: an IP address, a device, a till. Whoever guesses from one is kept out, and not your whole shop. Kept as a keyed hash, for a day. */
            origin?: string;
        };
        /** @description A coupon that was used without a member. */
        CouponRedemption: {
            /**
             * @description The batch of the coupon.
             * @example cpb_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            batchId: string;
            /**
             * Format: date-time
             * @description When it was used or taken back.
             * @example 2026-03-01T09:30:00Z
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When it was used.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            gift: components["schemas"]["Gift"];
            /**
             * @description The redemption's id.
             * @example cpr_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description The reward that it brings; null: it stands in no catalogue.
             * @example rwd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            rewardId: string | null;
            /**
             * @description Whether it was taken back.
             * @enum {string}
             */
            status: "redeemed" | "reversed";
        };
        /** @description An API key that was just made. */
        CreatedApiKey: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The key's id; it is part of the key and no secret.
             * @example key_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What the key is for. */
            name: string;
            /**
             * Format: date-time
             * @description When it was revoked; absent while it works.
             * @example 2026-03-01T09:30:00Z
             */
            revokedAt?: string;
            /** @description What the key may do. */
            scopes: ("activities:read" | "activities:write" | "adjustments:write" | "audit:read" | "catalog:read" | "catalog:write" | "events:read" | "checkout:read" | "checkout:write" | "ledger:read" | "ledger:write" | "members:read" | "members:write" | "outbox:read" | "programme:read" | "programme:write" | "rewards:read" | "rewards:write" | "staff:read" | "staff:write" | "tenant:read" | "tenant:write" | "webhooks:read" | "webhooks:write")[];
            /**
             * @description The whole key to call with. Shown this once: absent when the same request is sent again.
             * @example fed_…
             */
            secret?: string;
        };
        /** @description A till's key that was just made. */
        CreatedTillKey: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The key's id; it is part of the key and no secret.
             * @example tky_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Where the till stands.
             * @example loc_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            locationId: string;
            /** @description What the till is called. */
            name: string;
            /**
             * Format: date-time
             * @description When it was revoked; absent while it works.
             * @example 2026-03-01T09:30:00Z
             */
            revokedAt?: string;
            /**
             * @description The whole key to call with. Shown this once: absent when the same request is sent again.
             * @example fedtill_…
             */
            secret?: string;
        };
        /** @description A field that members have. */
        CustomField: {
            /** @description What a `choice` can be; of other types it stays empty. */
            choices: string[];
            /**
             * @description The code by which programs name the field.
             * @example shoe_size
             */
            code: string;
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description What people call the field. */
            name: string;
            /**
             * @description What it holds; a `choice` is one of `choices`.
             * @enum {string}
             */
            type: "text" | "number" | "boolean" | "date" | "choice";
        };
        CustomFieldList: {
            items: components["schemas"]["CustomField"][];
        };
        /** @description What changes of a member's own fields. */
        CustomValueChange: {
            /** @description Each field at most once; what is not named stays. */
            values: {
                /**
                 * @description The code by which programs name the field.
                 * @example shoe_size
                 */
                code: string;
                /** @description A text, a number, true or false, as the field's type has it; a day is a text like 2026-03-01. A text has at most 500 characters. Null empties the field. */
                value: string | number | boolean | null;
            }[];
        };
        /** @description A member's values, in the order of the fields; what is empty is left out. */
        CustomValues: {
            items: {
                /**
                 * @description The code by which programs name the field.
                 * @example shoe_size
                 */
                code: string;
                /** @description A text, a number, true or false, as the field's type has it; a day is a text like 2026-03-01. A text has at most 500 characters. */
                value: string | number | boolean;
            }[];
        };
        /** @description How far a demo's story has come. */
        Demo: {
            /** @description How many of its steps are in. */
            done: number;
            /** @description How many steps there are; 0: it tells nothing. */
            of: number;
            /**
             * @description Whether what it tells is still coming in.
             * @enum {string}
             */
            state: "filling" | "ready";
        };
        /** @description What a rule gives. */
        Effect: {
            /** @description Of `points_per_money`: which money earns. */
            base?: {
                [key: string]: unknown;
            };
            /** @description Of `multiplier`: "2" doubles, "1.5" adds the half. */
            factor?: string;
            /**
             * @description How it gives.
             * @enum {string}
             */
            kind: "points_per_money" | "fixed" | "per_item" | "multiplier";
            /** @description Of `points_per_money`: for so many minor units. */
            perMinor?: number;
            /** @description Of `per_item`: for so many thousandths of a piece. */
            perThousandths?: number;
            /** @description Points of one step. */
            points?: number;
        };
        /** @description One movement of points. Never changed, never deleted. */
        Entry: {
            /** @description The counter-account: issued, spent, expired, adjusted, in_transit, lost … */
            account: string;
            /**
             * Format: date-time
             * @description When it was booked.
             * @example 2026-03-01T09:30:00Z
             */
            bookedAt: string;
            /** @description Why: activity, return, spend, adjustment, transfer, expiry … */
            cause: string;
            /** @description The id of the cause. */
            causeId: string;
            /**
             * @description The entry's id.
             * @example ent_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description The lot of points that it belongs to; absent: it raised or paid off a debt.
             * @example lot_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            lotId?: string;
            /**
             * Format: date-time
             * @description When its cause happened.
             * @example 2026-03-01T09:30:00Z
             */
            occurredAt: string;
            /** @description What came onto the wallet; below zero: what went. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description The rate of exchange that it was reckoned by. */
            rate?: string;
            /** @description The id of the cause that this one takes back. */
            reversesId?: string;
            /**
             * @description The rule that gave it.
             * @example rul_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            ruleId?: string;
            /** @description The version of the rule. */
            ruleVersion?: number;
        };
        EntryPage: {
            items: components["schemas"]["Entry"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description That a member was erased. Nothing personal is in it. */
        Erasure: {
            /**
             * Format: date-time
             * @description When it was done.
             * @example 2026-03-01T09:30:00Z
             */
            erasedAt: string;
            /**
             * @description Who got the points; absent where they were forfeited.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            heirId?: string;
            /**
             * @description Who was erased. The id stays in entries and reports and names nobody any more.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * @description Why: the person asked for it, left the programme, or died. Kept with the tombstone; never free text.
             * @enum {string}
             */
            reason: "requested" | "left" | "deceased";
        };
        ErasurePage: {
            items: components["schemas"]["Erasure"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description What it would earn. Nothing is written. */
        Evaluation: {
            awards: components["schemas"]["Award"][];
            points: {
                /** @description Points. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            }[];
            whyNot?: components["schemas"]["WhyNot"][];
        };
        /** @description What our software says happened. */
        Event: {
            /** @description What the type carries; see the list of types. */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description The event's id: the same whenever and however it is told, so that it can be counted once.
             * @example evt_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-03-01T09:30:00Z
             */
            occurredAt: string;
            /** @description Its place in the order of the tenant's events: 1, 2, 3 and so on without a gap. */
            position: number;
            /**
             * @description Whose event it is.
             * @example ten_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            tenant: string;
            /**
             * @description What kind of thing happened.
             * @enum {string}
             */
            type: "member.enrolled" | "member.blocked" | "member.unblocked" | "member.erased" | "member.exported" | "activity.recorded" | "tier.changed" | "campaign.budget_exhausted" | "adjustment.requested" | "adjustment.approved" | "adjustment.refused" | "adjustment.expired" | "transfer.debited" | "transfer.returned" | "coupon.claimed" | "coupon.guessing_suspected" | "reward.use_reversed" | "reward.given" | "gift.arrived" | "gift.recalled" | "gift.returned" | "gift.kept" | "member.merged" | "member.merge_reversed" | "checkout.committed" | "checkout.returned" | "checkout.cancelled" | "webhook_endpoint.disabled" | "webhook_endpoint.tested";
            /** @description The version of this type's data. */
            version: number;
        };
        /** @description Events in their order. */
        EventList: {
            /** @description Whether there is more to read at once. */
            hasMore: boolean;
            items: components["schemas"]["Event"][];
            /** @description Give this as `after` to read on. It moves on also where no event was of the types asked for. */
            position: number;
        };
        /** @description Every type of event. */
        EventTypeList: {
            items: {
                /** @description The JSON Schema of its data. */
                data: {
                    [key: string]: unknown;
                };
                /** @description What it says. */
                description: string;
                /**
                 * @description The type's name.
                 * @enum {string}
                 */
                type: "member.enrolled" | "member.blocked" | "member.unblocked" | "member.erased" | "member.exported" | "activity.recorded" | "tier.changed" | "campaign.budget_exhausted" | "adjustment.requested" | "adjustment.approved" | "adjustment.refused" | "adjustment.expired" | "transfer.debited" | "transfer.returned" | "coupon.claimed" | "coupon.guessing_suspected" | "reward.use_reversed" | "reward.given" | "gift.arrived" | "gift.recalled" | "gift.returned" | "gift.kept" | "member.merged" | "member.merge_reversed" | "checkout.committed" | "checkout.returned" | "checkout.cancelled" | "webhook_endpoint.disabled" | "webhook_endpoint.tested";
                /** @description The version that is told now. */
                version: number;
            }[];
        };
        /** @description Why an activity earned what it earned. */
        Explanation: {
            why: components["schemas"]["Why"][];
            whyNot: components["schemas"]["WhyNot"][];
        };
        /** @description What a reward brings. */
        Gift: {
            /** @description Of `discount_amount`: how much, in minor units of the tenant's currency. */
            amountMinor?: number;
            /**
             * @description What kind of thing.
             * @enum {string}
             */
            kind: "discount_amount" | "discount_percent" | "product" | "benefit";
            /** @description Of `discount_percent`: how much. */
            percent?: number;
            /** @description Of `product`: the code of the product. */
            sku?: string;
        };
        /** @description A member who looks after another. */
        Guardian: {
            /**
             * Format: date-time
             * @description Since when.
             * @example 2026-03-01T09:30:00Z
             */
            addedAt: string;
            /**
             * @description The guardian, who is a member.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
        };
        GuardianList: {
            items: components["schemas"]["Guardian"][];
        };
        Health: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description A benefit that a member has now. */
        HeldBenefit: {
            /** @description The code by which tills and members name the benefit. */
            code: string;
            gift: components["schemas"]["Gift"];
            /**
             * @description The benefit's id.
             * @example ben_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description How often it can still be used in this period; null: without limit. */
            left: number | null;
            /** @description What it is called. */
            name: string;
            /**
             * @description Its uses are counted anew in each, by the tenant's calendar.
             * @enum {string}
             */
            period: "day" | "week" | "month" | "quarter" | "year";
            /**
             * Format: date-time
             * @description When the period began.
             * @example 2026-03-01T09:30:00Z
             */
            periodStart: string;
            /** @description The tiers that it comes with. */
            tiers: string[];
            /** @description How often it was used in this period. */
            used: number;
            /** @description How often in a period; null: without limit. */
            usesMax: number | null;
            /**
             * Format: date-time
             * @description When the period ends, exclusive: until then it can be used, whatever becomes of the tier.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil: string;
        };
        /** @description What a member's tier entitles to now. */
        HeldBenefitList: {
            items: components["schemas"]["HeldBenefit"][];
        };
        /** @description Points that are set aside for a while. */
        Hold: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it times out.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string;
            /**
             * @description The reservation's id.
             * @example hld_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whose points.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why. */
            reason?: string;
            /**
             * @description What became of it.
             * @enum {string}
             */
            status: "open" | "captured" | "released" | "timed_out";
        };
        /** @description Something that finds a member. */
        Identity: {
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description Names this identity among those of its member.
             * @example email_3q2-7w…
             */
            id: string;
            /** @enum {string} */
            kind: "email" | "phone" | "qr" | "number";
            /**
             * @description In its one written form.
             * @example +390612345678
             */
            value: string;
            /**
             * Format: date-time
             * @description When it was proved to be the member's own; absent while only claimed.
             * @example 2026-03-01T09:30:00Z
             */
            verifiedAt?: string;
        };
        /** @description What changes about an identity. */
        IdentityChange: {
            /** @description Whether it was proved to be the member's own. */
            verified: boolean;
        };
        /** @description An invitation. Its link stands in the letter alone. */
        Invitation: {
            /**
             * Format: date-time
             * @description When it was taken up.
             * @example 2026-03-01T09:30:00Z
             */
            acceptedAt?: string;
            /**
             * Format: date-time
             * @description When it was written, by the wall clock.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The person's e-mail address. Codes to sign in go there.
             * @example ana@example.com
             */
            email: string;
            /**
             * Format: date-time
             * @description Until when its link is good.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string;
            /**
             * @description The invitation's id.
             * @example inv_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What the person is called. */
            name: string;
            /**
             * @description The partner that the person works for; with the role "partner" alone.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * Format: date-time
             * @description When it was revoked.
             * @example 2026-03-01T09:30:00Z
             */
            revokedAt?: string;
            /**
             * @description What the person may do.
             * @enum {string}
             */
            role: "owner" | "manager" | "cashier" | "agent" | "analyst" | "partner";
        };
        /** @description Takes an invitation up. With an owner's link, which names nobody, say name and e-mail address. */
        InvitationAcceptance: {
            /**
             * @description The person's e-mail address. Codes to sign in go there.
             * @example ana@example.com
             */
            email?: string;
            /** @description What the person is called. */
            name?: string;
            /** @description What stands behind the # of the link. */
            token: string;
        };
        InvitationPage: {
            items: components["schemas"]["Invitation"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
        IssuedReward: {
            /**
             * Format: date-time
             * @description When it was last used, cancelled or otherwise changed.
             * @example 2026-03-01T09:30:00Z
             */
            changedAt: string;
            /** @description What it costs. */
            cost: {
                /** @description How many points. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            } | null;
            /**
             * Format: date-time
             * @description When it was issued.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it is good, exclusive; null: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string | null;
            gift: components["schemas"]["Gift"];
            /**
             * @description The issued reward's id.
             * @example isr_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whose it is.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * @description The reward of the catalogue that it is; null: it stands in none.
             * @example rwd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            rewardId: string | null;
            /**
             * @description What it came of. Only `points` were paid for it.
             * @enum {string}
             */
            source: "points" | "coupon" | "gift" | "benefit";
            /**
             * @description Of `coupon` the batch, of `gift` the gift, of `benefit` the benefit; null for `points`.
             * @example cpb_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            sourceId: string | null;
            /**
             * @description The spend that paid for it; null: nobody paid points.
             * @example spd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            spendId: string | null;
            /**
             * @description What has become of it; right by date.
             * @enum {string}
             */
            status: "issued" | "active" | "reserved" | "used" | "given" | "cancelled" | "expired";
        };
        IssuedRewardPage: {
            items: components["schemas"]["IssuedReward"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description The outstanding points of one type: the months, later and never, less debt, are outstanding too. */
        Liability: {
            /** @description Taken back although it was used already; the next points pay it off. */
            debt: number;
            /** @description The points by the month in which they end, earliest first, at most 24 months. What a reservation keeps beyond its date stands in the current month. */
            expiring: {
                /**
                 * @description The month in the tenant's time zone.
                 * @example 2026-03
                 */
                month: string;
                /** @description How many points are gone by its end unless they are used. */
                points: number;
            }[];
            /** @description Reserved. */
            held: number;
            /** @description Points that end after the months told. */
            later: number;
            /** @description Points that do not end. */
            never: number;
            /** @description What members have: spendable + pending + held − debt. The same as all entries to this moment. */
            outstanding: number;
            /** @description Earned, but not usable yet. */
            pending: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description What can be used now. */
            spendable: number;
        };
        /** @description The points that are outstanding, by type. */
        LiabilityReport: {
            /**
             * Format: date-time
             * @description The moment it is true of, in the tenant's time.
             * @example 2026-03-01T09:30:00Z
             */
            at: string;
            items: components["schemas"]["Liability"][];
        };
        /**
         * @description What a member gets at most in a period, by the time of the activity. A return gives it back.
         * @example {
         *       "times": 1,
         *       "per": "days",
         *       "days": 365
         *     }
         */
        Limit: {
            /** @description Of `per: days`: how many. */
            days?: number;
            /**
             * @description Periods of the calendar in the tenant's zone, all time, or any so many days on end.
             * @enum {string}
             */
            per: "day" | "week" | "month" | "year" | "ever" | "days";
            /** @description Points at most; an award is cut to what is left. */
            points?: number;
            /** @description So many times at most. */
            times?: number;
        };
        /** @description A line of the table of members. */
        ListedMember: {
            /** @description By points type; absent where the key may not read the ledger. */
            balances?: {
                /** @description The points type's code. */
                pointsType: string;
                /** @description How much of it can be used now. */
                spendable: number;
                /** @description All that the member has; below zero: what they owe. */
                total: number;
            }[];
            /**
             * Format: date
             * @description When the member was born. Rules see the month and the day alone.
             * @example 1984-02-29
             */
            birthDate?: string;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /**
             * Format: date-time
             * @description When the member joined.
             * @example 2026-03-01T09:30:00Z
             */
            enrolledAt: string;
            /** @description True once everything personal was destroyed for good; absent otherwise. */
            erased?: boolean;
            /**
             * @description The member's id.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            identities: components["schemas"]["Identity"][];
            /** @description Whether the member is under age: they earn, and neither use points nor pass them on, and get no marketing. A birth date says it by itself, by the age limits; this is for a child whose birth date is not known. */
            isChild: boolean;
            /**
             * @description A person or a company.
             * @enum {string}
             */
            kind: "individual" | "corporate";
            /**
             * @description BCP 47 tag of a language.
             * @example it
             */
            language?: string;
            /**
             * Format: date-time
             * @description When the member last did something; absent where the key may not read programmes.
             * @example 2026-03-01T09:30:00Z
             */
            lastActivityAt?: string | null;
            /**
             * @description The member who this one turned out to be, and who has everything now; absent otherwise.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            mergedInto?: string;
            /** @description What to call the member. */
            name?: string;
            /**
             * @description `active` earns and spends, `earn_only` earns, `blocked` does neither for now, `closed` does neither for good.
             * @enum {string}
             */
            status: "active" | "earn_only" | "blocked" | "closed";
            /** @description The tier that holds now; absent where the key may not read programmes. */
            tier?: string | null;
        };
        ListedMemberPage: {
            items: components["schemas"]["ListedMember"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description A place where activities happen. */
        Location: {
            /** @description The code by which tills and rules name the location. */
            code: string;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The location's id.
             * @example loc_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description The location's name for people. */
            name: string;
            /**
             * @description The partner that it belongs to.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * @description IANA name of a time zone.
             * @example Europe/Rome
             */
            timezone?: string;
        };
        /** @description What to change. */
        LocationChange: {
            /** @description The code by which tills and rules name the location. */
            code?: string;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /** @description The location's name for people. */
            name?: string;
            /**
             * @description The partner that it belongs to.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * @description IANA name of a time zone.
             * @example Europe/Rome
             */
            timezone?: string;
        };
        LocationPage: {
            items: components["schemas"]["Location"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description A batch with the codes that were made for it. */
        MadeCouponBatch: {
            audience?: components["schemas"]["ConditionGroup"];
            /** @description The codes that were made. They are in this answer alone, and in that to the same request sent again: Fedele does not keep them. Empty for codes that were brought in. */
            codes: {
                /**
                 * @description The code, as it is printed.
                 * @example 7K3M-9QPX-2HVD-C
                 */
                code: string;
                /**
                 * @description Whose own the coupon is; nobody else can use it.
                 * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                memberId: string | null;
            }[];
            /** @description How many coupons there are. */
            coupons: number;
            /**
             * Format: date-time
             * @description When the batch was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            gift: components["schemas"]["Gift"];
            /**
             * @description The batch's id.
             * @example cpb_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whether the codes were made here.
             * @enum {string}
             */
            kind: "made" | "imported";
            /** @description What the batch is called, for the shop's own people. */
            name: string;
            /** @description How many of them one member can have; null: as many as they find. */
            perMemberMax: number | null;
            /** @description Codes that could not be brought in. */
            rejected: {
                /** @description The place in `codes`, from 1. */
                row: number;
                /**
                 * @description `malformed`: it cannot be a code; `twice`: the same as one above it; `taken`: it exists already.
                 * @enum {string}
                 */
                why: "malformed" | "twice" | "taken";
            }[];
            /**
             * @description The reward that they bring; null: it stands in no catalogue.
             * @example rwd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            rewardId: string | null;
            /**
             * @description Whether they can still be used.
             * @enum {string}
             */
            status: "live" | "ended";
            /** @description Who may use them, by tier; empty: all. */
            tiers: string[];
            /** @description How often each can be used; null: without limit. Where nothing is said: once. */
            usesMax: number | null;
            /** @description For how many days one is good after a member has claimed it, to the end of the last; null: until `validUntil`. */
            validDays: number | null;
            /**
             * Format: date-time
             * @description From when they can be used; null: since ever.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom: string | null;
            /**
             * Format: date-time
             * @description Until when they can be used, exclusive; null: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil: string | null;
        };
        /** @description A tier given by hand. */
        ManualTier: {
            /** @description The tier's code. */
            tier: string;
            /**
             * Format: date-time
             * @description When it ends; after that the member stands where they stood.
             * @example 2026-03-01T09:30:00Z
             */
            until: string;
        };
        /** @description A person or company that takes part. */
        Member: {
            /**
             * Format: date
             * @description When the member was born. Rules see the month and the day alone.
             * @example 1984-02-29
             */
            birthDate?: string;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /**
             * Format: date-time
             * @description When the member joined.
             * @example 2026-03-01T09:30:00Z
             */
            enrolledAt: string;
            /** @description True once everything personal was destroyed for good; absent otherwise. */
            erased?: boolean;
            /**
             * @description The member's id.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            identities: components["schemas"]["Identity"][];
            /** @description Whether the member is under age: they earn, and neither use points nor pass them on, and get no marketing. A birth date says it by itself, by the age limits; this is for a child whose birth date is not known. */
            isChild: boolean;
            /**
             * @description A person or a company.
             * @enum {string}
             */
            kind: "individual" | "corporate";
            /**
             * @description BCP 47 tag of a language.
             * @example it
             */
            language?: string;
            /**
             * @description The member who this one turned out to be, and who has everything now; absent otherwise.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            mergedInto?: string;
            /** @description What to call the member. */
            name?: string;
            /**
             * @description `active` earns and spends, `earn_only` earns, `blocked` does neither for now, `closed` does neither for good.
             * @enum {string}
             */
            status: "active" | "earn_only" | "blocked" | "closed";
        };
        /** @description What to change; what is not named stays, null empties. */
        MemberChange: {
            /**
             * Format: date
             * @description When the member was born. Rules see the month and the day alone.
             * @example 1984-02-29
             */
            birthDate?: string | null;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string | null;
            /** @description Whether the member is under age: they earn, and neither use points nor pass them on, and get no marketing. A birth date says it by itself, by the age limits; this is for a child whose birth date is not known. */
            isChild?: boolean;
            /**
             * @description BCP 47 tag of a language.
             * @example it
             */
            language?: string | null;
            /** @description What to call the member. */
            name?: string | null;
            /**
             * @description `active` earns and spends, `earn_only` earns, `blocked` does neither for now, `closed` does neither for good.
             * @enum {string}
             */
            status?: "active" | "earn_only" | "blocked" | "closed";
        };
        /** @description How many members are sought. */
        MemberCount: {
            /** @description False above 100000, and where a word of `search` is longer than five letters: then it is how many are called almost so. */
            isExact: boolean;
            /** @description How many members there are, or 100000 where there are more. */
            members: number;
        };
        /** @description Everything that is known of a member. */
        MemberExport: {
            /** @description How far the member was blocked, latest first. */
            blocks: components["schemas"]["Block"][];
            /** @description Of a company: what is known of it, one; of a person none. */
            business: components["schemas"]["Business"][];
            /** @description What the member agreed to and took back, latest first. */
            consents: components["schemas"]["Consent"][];
            /** @description Of a company: who acts for it. */
            contacts: components["schemas"]["Contact"][];
            /** @description Every movement of points, latest first. */
            entries: components["schemas"]["Entry"][];
            /**
             * Format: date-time
             * @description When it was put together.
             * @example 2026-03-01T09:30:00Z
             */
            exportedAt: string;
            fields: {
                /**
                 * @description The code by which programs name the field.
                 * @example shoe_size
                 */
                code: string;
                /** @description A text, a number, true or false, as the field's type has it; a day is a text like 2026-03-01. A text has at most 500 characters. */
                value: string | number | boolean;
            }[];
            /** @description Who looks after the member. */
            guardians: components["schemas"]["Guardian"][];
            /** @description What staff wrote down, latest first. */
            notes: components["schemas"]["Note"][];
            /** @description The member and what finds them: one. */
            profile: components["schemas"]["Member"][];
            /** @description What was to be done for the member, latest first. */
            tasks: components["schemas"]["Task"][];
            /** @description Activities, points used or given by hand with their reasons, tiers, rewards; latest first. */
            timeline: ({
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "enrolled";
            } | {
                activity: components["schemas"]["Activity"];
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "activity";
                /** @description Which rule gave which points, and what that rule says. */
                why: components["schemas"]["Why"][];
            } | {
                /** @description The tier after; null: none. */
                after: string | null;
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @description The tier before; null: none. */
                before: string | null;
                /**
                 * Format: date-time
                 * @description From when on it counts.
                 * @example 2026-03-01T09:30:00Z
                 */
                effectiveAt: string;
                /**
                 * Format: date-time
                 * @description Of a tier given by hand: until when.
                 * @example 2026-03-01T09:30:00Z
                 */
                endsAt?: string;
                /** @enum {string} */
                kind: "tier_change";
                /** @description Why: what was counted, a return, the end of a period, by hand. */
                reason: string;
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /**
                 * @description Used, or given back.
                 * @enum {string}
                 */
                kind: "spend" | "spend_reversal";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
                spend: components["schemas"]["Spend"];
            } | {
                adjustment: components["schemas"]["Adjustment"];
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /**
                 * @description Who did it.
                 * @example key_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                by: string;
                /**
                 * @description By hand, or such a one undone.
                 * @enum {string}
                 */
                kind: "adjustment" | "adjustment_reversal";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "transfer";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
                transfer?: components["schemas"]["Transfer"];
                /**
                 * @description The transfer.
                 * @example trf_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                transferId: string;
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /**
                 * @description Points that ended, that came back because something was told late, that paid off a debt, or that went when the member left.
                 * @enum {string}
                 */
                kind: "expiry" | "reinstatement" | "debt_payment" | "closure";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
            } | {
                /**
                 * @description The activity that lifted the tier.
                 * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                activityId: string;
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "top_up";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                issuedReward: components["schemas"]["IssuedReward"];
                /**
                 * @description What became of it.
                 * @enum {string}
                 */
                kind: "reward_issued" | "reward_used" | "reward_given" | "reward_cancelled";
                /** @description What the reward is called, or the coupons or the benefit that it came of. */
                rewardName: string;
            })[];
            /** @description What the member has. */
            wallets: components["schemas"]["Wallet"][];
        };
        MemberPage: {
            items: components["schemas"]["Member"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description The member, by id or by one identity. */
        MemberReference: {
            email?: string;
            /** @description The member's id. */
            id?: string;
            number?: string;
            phone?: string;
            qr?: string;
        };
        /** @description How far a member has come. */
        MemberTier: {
            /** @description The tier that waits behind the days of grace. */
            fallsTo: string | null;
            /** @description Whether it was given by hand. */
            isManual: boolean;
            /** @description How much is missing to it. */
            missing: number | null;
            /** @description The tier above. */
            nextTier: string | null;
            /** @description What was counted in this period. */
            progress: number;
            /**
             * Format: date-time
             * @description Since when.
             * @example 2026-03-01T09:30:00Z
             */
            since: string | null;
            /** @description The tier that counts now. */
            tier: string | null;
            /**
             * Format: date-time
             * @description Until when it is good without doing more.
             * @example 2026-03-01T09:30:00Z
             */
            until: string | null;
        };
        /** @description That two members became one. */
        Merge: {
            /**
             * @description The member who was merged into the other. Activities told for this id are the other's.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            fromId: string;
            /**
             * @description The member who stays.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * Format: date-time
             * @description When it was done. Points arrive a moment later, each lot with the dates that it had.
             * @example 2026-03-01T09:30:00Z
             */
            mergedAt: string;
            /**
             * Format: date-time
             * @description When it was undone; absent while it holds.
             * @example 2026-03-01T09:30:00Z
             */
            reversedAt?: string;
        };
        /** @description Who was merged into a member, the latest first. */
        MergeList: {
            items: components["schemas"]["Merge"][];
        };
        /** @description What a member did. Safe to repeat: source, document and part are its key. */
        NewActivity: {
            /** @description The sum, where no lines are told; else it must be the lines' sum. Minor units. */
            amountMinor?: number;
            /** @description Whatever else is worth knowing. No personal data. */
            attributes?: {
                [key: string]: string | number | boolean;
            };
            /** @description Where it came in: pos, web, app, phone. Default: api. */
            channel?: string;
            /**
             * @description ISO 4217 code of a currency. Amounts are whole numbers of its smallest unit.
             * @example EUR
             */
            currency?: string;
            /** @description Its own name for what happened: a receipt, an order, a booking. */
            document: string;
            /**
             * @description What the member did.
             * @enum {string}
             */
            kind: "purchase" | "return" | "visit" | "use" | "share" | "referral" | "review" | "answer" | "custom";
            lines?: components["schemas"]["ActivityLine"][];
            /** @description The code of the place. */
            location?: string;
            member: components["schemas"]["MemberReference"];
            /** @description The tenant's own word for a custom activity. */
            name?: string;
            /**
             * Format: date-time
             * @description When it happened. Default: now.
             * @example 2026-03-01T09:30:00Z
             */
            occurredAt?: string;
            /** @description A part of the document, where one comes in several. What a rule gives for the whole it gives once. */
            part?: string;
            /** @description The code of the partner who gives the points. Default: the place's. */
            partner?: string;
            purchase?: components["schemas"]["BusinessKey"];
            /**
             * @description What one unit of the currency is worth in the tenant's; needed where they differ.
             * @example 0.9215
             */
            rate?: string;
            /**
             * Format: date
             * @description Of which day the rate is.
             * @example 1984-02-29
             */
            rateDate?: string;
            /** @description Of a return: what comes back. Without it all that is left of the purchase. */
            returned?: components["schemas"]["ReturnedLine"][];
            /** @description Who says so: a till, a shop, a system. */
            source: string;
        };
        /** @description Points to be given or taken by hand. */
        NewAdjustment: {
            /** @description To give; below zero: to take. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why, in words that the member may read. */
            reason: string;
        };
        /** @description Why an adjustment was wrong. */
        NewAdjustmentReversal: {
            /** @description Why, in words that the member may read. */
            reason: string;
        };
        /** @description An API key to be made. */
        NewApiKey: {
            /** @description What the key is for, so that it can be recognised later. */
            name: string;
            /** @description What the key may do. */
            scopes: ("activities:read" | "activities:write" | "adjustments:write" | "audit:read" | "catalog:read" | "catalog:write" | "events:read" | "checkout:read" | "checkout:write" | "ledger:read" | "ledger:write" | "members:read" | "members:write" | "outbox:read" | "programme:read" | "programme:write" | "rewards:read" | "rewards:write" | "staff:read" | "staff:write" | "tenant:read" | "tenant:write" | "webhooks:read" | "webhooks:write")[];
        };
        /** @description A right that comes with a tier, to be added. */
        NewBenefit: {
            /** @description The code by which tills and members name the benefit. */
            code: string;
            gift: components["schemas"]["Gift"];
            /** @description What it is called. */
            name: string;
            /**
             * @description Its uses are counted anew in each, by the tenant's calendar.
             * @enum {string}
             */
            period: "day" | "week" | "month" | "quarter" | "year";
            /** @description The tiers that it comes with. */
            tiers: string[];
            /** @description How often in a period; null: without limit. */
            usesMax?: number | null;
        };
        /** @description The benefit that a member uses. */
        NewBenefitUse: {
            /** @description The code by which tills and members name the benefit. */
            benefit: string;
        };
        /** @description How far a member is to be blocked. */
        NewBlock: {
            /** @description Why, for the staff who look at it later. Kept sealed with the member's key. */
            reason?: string;
            /**
             * @description `no_login`: cannot sign in, and points go on at the till. `earn_only`: nor use points or pass them on. `nothing`: nor earn or receive any. What is pending stays pending, and all is as before once it is lifted.
             * @enum {string}
             */
            step: "no_login" | "earn_only" | "nothing";
        };
        /** @description What all members together get at most. Never exceeded; what comes back can be given again. */
        NewBudget: {
            /** @description Instead, or besides: so much money, in minor units of the tenant's currency. It buys points at the face value that their type has on this day; where both are named the smaller counts. */
            minor?: number;
            /** @description So many points. */
            points?: number;
            /**
             * @description What becomes of an award that is larger than what is left. Default: `nothing`.
             * @enum {string}
             */
            whenShort?: "nothing" | "partial";
        };
        /** @description A campaign to be started. Rules can be added and changed later, its other terms never. */
        NewCampaign: {
            budget?: components["schemas"]["NewBudget"];
            /** @description Of 10,000 members so many get nothing from it, always the same ones, to compare with. Default: 0. */
            holdout?: number;
            limit?: components["schemas"]["Limit"];
            /** @description What the campaign is called. */
            name: string;
            /** @description The higher comes first; of equal ones those that are exclusive, then the older. Default: 0. */
            priority?: number;
            /** @description Its rules. */
            rules: components["schemas"]["NewRule"][];
            /** @description When its rules give, by the time of the activity: at any of these. Default: always. */
            schedule?: components["schemas"]["Opening"][];
            stacking?: components["schemas"]["Stacking"];
        };
        /** @description A basket of a member. Who is no member tries theirs by POST /v1/evaluations. */
        NewCheckoutSession: {
            /** @description Where it came in: pos, web, app, phone. Default: api. */
            channel?: string;
            /** @description The name that the purchase will have: a receipt, an order. */
            document: string;
            /** @description What is bought, in the tenant's currency. */
            lines: components["schemas"]["CheckoutLine"][];
            /** @description The code of the place. */
            location?: string;
            member: components["schemas"]["MemberReference"];
            /** @description The code of the partner who gives the points. Default: the place's. */
            partner?: string;
            /** @description Points that the member wants to pay with. */
            points?: {
                /** @description How many points at most: no more are used than the basket needs. */
                points: number;
                /** @description The code of the points type. It needs a face value. */
                pointsType: string;
            };
            /**
             * @description How the law sees what is redeemed. `discount`: it lowers what is taxed, as in the European Union. `tender`: it pays a part, and the whole is taxed. The member pays the same.
             * @enum {string}
             */
            redeemsAs?: "discount" | "tender";
            /** @description What the member wants to use. Products come first, then percent, then sums. Gift cards, tips and restricted goods keep their price. */
            rewards?: string[];
            /** @description Who says so: a till, a shop, a system. */
            source: string;
        };
        /** @description Which basket was paid. */
        NewCommitment: {
            /** @description How many baskets the session has had: the last one that you saw. */
            version: number;
        };
        /** @description What a member agrees to, or takes back. */
        NewConsent: {
            /** @description The IP address that it came from. A keyed hash of it is kept, and the address is not. */
            address?: string;
            /**
             * Format: date-time
             * @description When the member said it. Default: now.
             * @example 2026-03-01T09:30:00Z
             */
            at?: string;
            /** @description That the member confirmed it by what only they receive. */
            doubleOptIn?: {
                /**
                 * Format: date-time
                 * @description When the member was asked to confirm.
                 * @example 2026-03-01T09:30:00Z
                 */
                askedAt: string;
                /**
                 * Format: date-time
                 * @description When they did.
                 * @example 2026-03-01T09:30:00Z
                 */
                confirmedAt: string;
            };
            /**
             * @description By which way the member said it: a form of the shop's, the till, a `link` in a message, and so on.
             * @enum {string}
             */
            source: "form" | "till" | "call" | "letter" | "link" | "import" | "staff";
            /**
             * @description Whether the member agreed, or took it back.
             * @enum {string}
             */
            state: "granted" | "withdrawn";
            /** @description Which text the member agreed to, as the tenant names it. Whoever grants must be able to show it. */
            textVersion?: string;
            /**
             * @description What it is about: being written to by `email`, `sms`, `push` or `post`, being called by `phone`, being grouped by what one does (`profiling`), being told to other firms (`partners`).
             * @enum {string}
             */
            topic: "email" | "sms" | "push" | "phone" | "post" | "profiling" | "partners";
        };
        /** @description Somebody who acts for a business. Default: they earn for it, and use no points. */
        NewContact: {
            /** @description Their e-mail address; sealed. */
            email?: string;
            /** @description Whether what they do earns for the business: their e-mail and phone then find it. */
            mayEarn?: boolean;
            /** @description Whether they may use its points. Whoever lets them (a till, a portal) asks this first. */
            maySpend?: boolean;
            /**
             * @description The member that they are themselves, with points of their own. Their e-mail then finds that member.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId?: string;
            /** @description What to call them. Kept sealed with the business's key. */
            name: string;
            /** @description Their phone number; sealed. */
            phone?: string;
            /** @description What they are there: a buyer, the owner, … */
            role?: string;
        };
        /** @description Coupons to be made, or codes to be brought in. A coupon costs no points. */
        NewCouponBatch: {
            audience?: components["schemas"]["ConditionGroup"];
            /** @description Codes that exist already. Those that cannot be taken are reported, the others are. */
            codes?: {
                /**
                 * @description A code that exists already: 4 to 32 letters and digits, with or without dashes.
                 * @example WELCOME10
                 */
                code: string;
                /**
                 * @description Whose own the coupon is; nobody else can use it.
                 * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                memberId?: string;
            }[];
            /** @description How many codes to make. One of `count`, `forMembers` and `codes`. */
            count?: number;
            /** @description Makes one code for each of these members, which nobody else can use. */
            forMembers?: string[];
            gift?: components["schemas"]["Gift"];
            /** @description What the batch is called, for the shop's own people. */
            name: string;
            /** @description How many of them one member can have; null: as many as they find. */
            perMemberMax?: number | null;
            /** @description The code of the reward that they bring; its stock counts. Either this or `gift`. */
            reward?: string;
            /** @description Who may use them, by tier; empty: all. */
            tiers?: string[];
            /** @description How often each can be used; null: without limit. Where nothing is said: once. */
            usesMax?: number | null;
            /** @description For how many days one is good after a member has claimed it, to the end of the last; null: until `validUntil`. */
            validDays?: number | null;
            /**
             * Format: date-time
             * @description From when they can be used. Default: at once.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom?: string | null;
            /**
             * Format: date-time
             * @description Until when they can be used, exclusive. Default: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil?: string | null;
        };
        /** @description A code that somebody shows who is no member, or does not say so. */
        NewCouponRedemption: {
            /**
             * @description The code as it was typed: small letters, blanks, dashes, O for 0 and I or L for 1 are read.
             * @example 7k3m 9qpx 2hvd c
             */
            code: string;
            /** @description Where the code was typed, as you tell it apart: an IP address, a device, a till. Whoever guesses from one is kept out, and not your whole shop. Kept as a keyed hash, for a day. */
            origin?: string;
        };
        /** @description A field that members shall have. A tenant has at most 50. */
        NewCustomField: {
            /** @description What a `choice` can be; of other types it stays empty. */
            choices?: string[];
            /**
             * @description The code by which programs name the field.
             * @example shoe_size
             */
            code: string;
            /** @description What people call the field. */
            name: string;
            /**
             * @description What it holds; a `choice` is one of `choices`.
             * @enum {string}
             */
            type: "text" | "number" | "boolean" | "date" | "choice";
        };
        /** @description What somebody decides about a sale. */
        NewDecision: {
            /**
             * @description Of a quarantined sale: `accept` books it, whatever the member then owes; `decline` books nothing, for good. Of a recorded one with a flag: `seen`.
             * @enum {string}
             */
            decision: "accept" | "decline" | "seen";
        };
        /** @description Why a member is erased, and who gets the points. */
        NewErasure: {
            /**
             * @description The member who gets the points that can be used. Default: nobody, the points are forfeited.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            heirId?: string;
            /**
             * @description Why: the person asked for it, left the programme, or died. Kept with the tombstone; never free text.
             * @enum {string}
             */
            reason: "requested" | "left" | "deceased";
        };
        /** @description A basket or another activity to try. Without a member: what a newcomer would get. */
        NewEvaluation: {
            /** @description The sum, where no lines are told; else it must be the lines' sum. Minor units. */
            amountMinor?: number;
            /** @description Where it came in: pos, web, app, phone. Default: api. */
            channel?: string;
            /**
             * @description ISO 4217 code of a currency. Amounts are whole numbers of its smallest unit.
             * @example EUR
             */
            currency?: string;
            /** @description Whether to say why rules gave nothing. Default: no. */
            explain?: boolean;
            /**
             * @description What the member did.
             * @enum {string}
             */
            kind: "purchase" | "return" | "visit" | "use" | "share" | "referral" | "review" | "answer" | "custom";
            lines?: components["schemas"]["ActivityLine"][];
            /** @description The code of the place. */
            location?: string;
            member?: components["schemas"]["MemberReference"];
            /** @description The tenant's own word for a custom activity. */
            name?: string;
            /**
             * Format: date-time
             * @description When it happened. Default: now.
             * @example 2026-03-01T09:30:00Z
             */
            occurredAt?: string;
            /** @description The code of the partner who gives the points. Default: the place's. */
            partner?: string;
            /**
             * @description What one unit of the currency is worth in the tenant's; needed where they differ.
             * @example 0.9215
             */
            rate?: string;
            /**
             * Format: date
             * @description Of which day the rate is.
             * @example 1984-02-29
             */
            rateDate?: string;
        };
        /** @description A reward that a member gives to a friend. */
        NewGift: {
            /**
             * @description The reward to give: one that the giver has and has not used.
             * @example isr_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            issuedRewardId: string;
            to: components["schemas"]["MemberReference"];
        };
        /** @description Points to be reserved. */
        NewHold: {
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why, in words that the member may read. */
            reason?: string;
            /** @description How long. Default: 1800. */
            seconds?: number;
        };
        /** @description Something that finds a member. */
        NewIdentity: {
            /**
             * @description What kind of thing finds the member.
             * @enum {string}
             */
            kind: "email" | "phone" | "qr" | "number";
            /**
             * @description As it was given: an e-mail address; a phone number, international or as it is dialled in the tenant's country; what a QR code holds; a partner's own number.
             * @example ana@example.com
             */
            value: string;
            /** @description Whether it was proved to be the member's own. Default: only claimed. */
            verified?: boolean;
        };
        /** @description Somebody to be invited by mail. */
        NewInvitation: {
            /**
             * @description The person's e-mail address. Codes to sign in go there.
             * @example ana@example.com
             */
            email: string;
            /** @description What the person is called. */
            name: string;
            /**
             * @description The partner that the person works for; with the role "partner" alone.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * @description What the person may do.
             * @enum {string}
             */
            role: "owner" | "manager" | "cashier" | "agent" | "analyst" | "partner";
        };
        /** @description The reward that a member takes for points. */
        NewIssuedReward: {
            /** @description The code by which tills and members name the reward. */
            reward: string;
        };
        /** @description A place where activities happen: a shop, a site. */
        NewLocation: {
            /** @description The code by which tills and rules name the location. */
            code: string;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /** @description The location's name for people. */
            name: string;
            /**
             * @description The partner that it belongs to.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * @description IANA name of a time zone.
             * @example Europe/Rome
             */
            timezone?: string;
        };
        /** @description A member to be enrolled. */
        NewMember: {
            /**
             * Format: date
             * @description When the member was born. Rules see the month and the day alone.
             * @example 1984-02-29
             */
            birthDate?: string;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /** @description What finds the member; each only once. */
            identities?: components["schemas"]["NewIdentity"][];
            /** @description Whether the member is under age: they earn, and neither use points nor pass them on, and get no marketing. A birth date says it by itself, by the age limits; this is for a child whose birth date is not known. */
            isChild?: boolean;
            /**
             * @description A person or a company.
             * @enum {string}
             */
            kind?: "individual" | "corporate";
            /**
             * @description BCP 47 tag of a language.
             * @example it
             */
            language?: string;
            /** @description What to call the member. */
            name?: string;
        };
        /** @description Another member who is merged into this one. */
        NewMerge: {
            /**
             * @description The member who is the same person, and whose membership ends.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            fromId: string;
        };
        /** @description Something to remember of a member. */
        NewNote: {
            /** @description What to remember of the member. Kept sealed with their key. */
            text: string;
        };
        /** @description What a till sold without a network. */
        NewOfflineSales: {
            /**
             * Format: date-time
             * @description What the device's clock shows while it sends this: how far it is off is taken off each sale.
             * @example 2026-03-01T09:30:00Z
             */
            deviceNow: string;
            /** @description In any order. */
            sales: components["schemas"]["OfflineSale"][];
        };
        /** @description A partner: who issues or redeems points. */
        NewPartner: {
            /** @description The code by which tills and rules name the partner. */
            code: string;
            /** @description The partner's name for people. */
            name: string;
        };
        /** @description A currency of the programme to be added. */
        NewPointsType: {
            /** @description When earned points can be used. */
            activation?: {
                /** @enum {string} */
                kind: "immediately";
            } | {
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "after_days";
            };
            /** @description The code of the points type. */
            code: string;
            /** @description Until when points are good: always to the end of a day in the tenant's time zone. */
            expiry?: {
                /** @enum {string} */
                kind: "never";
            } | {
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "after_days";
            } | {
                /** @enum {string} */
                kind: "after_months";
                /** @description Months. */
                months: number;
            } | {
                /** @enum {string} */
                kind: "end_of_month";
                /** @description Months after this one. */
                months: number;
            } | {
                /** @enum {string} */
                kind: "end_of_year";
                /** @description Years after this one. */
                years: number;
            } | {
                /**
                 * Format: date
                 * @description The last day.
                 * @example 1984-02-29
                 */
                date: string;
                /** @enum {string} */
                kind: "fixed_date";
            } | {
                counts: ("purchase" | "visit" | "use" | "share" | "referral" | "review" | "answer" | "custom" | "spend")[];
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "inactivity";
            };
            /**
             * @description What points are worth, for reports and limits: 1,000 points at 500 cents are half a cent each.
             * @example {
             *       "points": 1000,
             *       "minor": 500
             *     }
             */
            faceValue?: {
                /** @description so many minor units of the tenant's currency. */
                minor: number;
                /** @description For so many points, */
                points: number;
            } | null;
            /** @description What happens to points that are given back after their time: gone at once, or some days of grace. */
            giveBack?: {
                /** @enum {string} */
                kind: "expire";
            } | {
                /** @description Days of grace. */
                graceDays: number;
                /** @enum {string} */
                kind: "reissue";
            };
            /** @description What members call them. */
            name: string;
            /** @description Whether they count for tiers. */
            qualifying: boolean;
            /** @description Whether they can be used. */
            spendable: boolean;
        };
        /** @description Answers to what a preset asks; what is not answered is as the preset has it. */
        NewPresetCampaign: {
            /** @description Of `cashback`: hundredths of a percent; 500 give 5 % back. */
            basisPoints?: number;
            /** @description Of `stamp-card`: a category of products. */
            category?: string;
            /** @description Of `points-per-money`: for so many minor units. */
            perMinor?: number;
            /** @description Points of one step, or of the bonus. */
            points?: number;
            /** @description The code of the points type that it gives. One that the programme does not have is added. */
            pointsType?: string;
            /** @description Of `stamp-card`: the product's SKU; this or a category. */
            product?: string;
            /** @description Of `stamp-card`: how many make a full card. */
            stamps?: number;
            /** @description Of `birthday`: so many days before and after it, too; 0: on the day alone. */
            withinDays?: number;
        };
        /** @description Something that is sold. */
        NewProduct: {
            /** @description What kind of goods it is. */
            categories?: string[];
            /** @description The product's name for people. */
            name: string;
            /** @description The code by which tills and rules name the product. */
            sku: string;
        };
        /** @description How the member shows that they are there: `qr`, or `memberId` and `code`. */
        NewProof: {
            /** @description With `memberId`: the six digits. */
            code?: string;
            /**
             * @description Instead: who told a code that was sent to them.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId?: string;
            /** @description What the member's device shows now: 48 capital letters and digits, new every thirty seconds. */
            qr?: string;
        };
        /** @description Why an adjustment is refused. */
        NewRefusal: {
            /** @description Why it is refused. */
            reason: string;
        };
        /** @description Which basket is to be held, and how long. */
        NewReservation: {
            /** @description For how long. Default: half an hour. */
            seconds?: number;
            /** @description How many baskets the session has had: the last one that you saw. */
            version: number;
        };
        /** @description Something that points can buy, to be offered. */
        NewReward: {
            audience?: components["schemas"]["ConditionGroup"];
            /** @description The code by which tills and members name the reward. */
            code: string;
            /** @description What it costs. */
            cost: {
                /** @description How many points. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            };
            gift: components["schemas"]["Gift"];
            /** @description What it is called. */
            name: string;
            /** @description How many there are. Default: null, without limit. */
            stock?: number | null;
            /** @description Who may have it, by tier; empty: all. */
            tiers?: string[];
            /** @description For how many days one is good after it was issued, to the end of the last; null: for ever. */
            validDays?: number | null;
            /**
             * Format: date-time
             * @description From when it can be had. Default: at once.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom?: string | null;
            /**
             * Format: date-time
             * @description Until when it can be had, exclusive. Default: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil?: string | null;
        };
        /** @description An earning rule to be added. */
        NewRule: {
            effect: components["schemas"]["Effect"];
            items?: components["schemas"]["ConditionGroup"];
            limit?: components["schemas"]["Limit"];
            /** @description What the rule is called. */
            name: string;
            /** @description The code of the points type that it gives. */
            pointsType: string;
            /**
             * Format: date-time
             * @description From when it holds, by the time of the activity. Default: now. null: since ever.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom?: string | null;
            /**
             * Format: date-time
             * @description Until when, exclusive. Default: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil?: string | null;
            when?: components["schemas"]["ConditionGroup"];
        };
        /** @description Members whom certain things are true of. Conditions may speak of what stands in the member's facts: of fields that begin with `member.`. */
        NewSegment: {
            /**
             * @description The code by which programs name the segment.
             * @example big-spenders
             */
            code: string;
            conditions: components["schemas"]["ConditionGroup"];
            /** @description What people call it. */
            name: string;
        };
        /** @description Goods of a sale that come back. */
        NewSessionReturn: {
            /** @description Your own name for the return: a receipt, a slip. */
            document: string;
            /** @description What comes back. Without it all that is left. */
            lines?: components["schemas"]["SessionReturnedLine"][];
        };
        /** @description The code that came by mail. */
        NewSignIn: {
            /**
             * @description Six digits.
             * @example 123456
             */
            code: string;
            /**
             * @description The person's e-mail address. Codes to sign in go there.
             * @example ana@example.com
             */
            email: string;
            /** @description The tenant's slug. */
            tenant: string;
        };
        /** @description Whom to send a code to. */
        NewSignInCode: {
            /**
             * @description The person's e-mail address. Codes to sign in go there.
             * @example ana@example.com
             */
            email: string;
            /** @description The tenant's slug. */
            tenant: string;
        };
        /** @description Points to be used. */
        NewSpend: {
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why, in words that the member may read. */
            reason?: string;
        };
        /** @description How many points of the spend to give back; all that are left where nothing is said. */
        NewSpendReversal: {
            /** @description How many points. */
            points?: number;
        };
        /** @description More pieces of a reward. */
        NewStock: {
            /** @description How many more there are. */
            pieces: number;
        };
        /** @description Something to do for a member. */
        NewTask: {
            /** @description Who shall do it: the id of a member of staff, as the tenant has it. */
            assignee?: string;
            /**
             * Format: date
             * @description By the end of which day, on the tenant's calendar.
             * @example 1984-02-29
             */
            dueOn: string;
            /** @description What to do. Kept sealed with the member's key. */
            text: string;
        };
        /** @description Tiers that hold from now on; whoever is in the middle of a period finishes it under the old ones. */
        NewTierList: {
            downgrade: {
                /** @description Days that the old tier stays after that. */
                graceDays: number;
                /**
                 * @description What becomes of a tier that was not reached again by the end of its time.
                 * @enum {string}
                 */
                policy: "never" | "one_down" | "by_balance";
            };
            /**
             * @description What is counted.
             * @enum {string}
             */
            metric: "spend" | "points" | "purchases" | "visits" | "referrals" | "shares" | "advocacy";
            /**
             * @description Whether a return that misses the threshold lowers the tier at once.
             * @enum {string}
             */
            onReturn: "keep_until_period_end" | "drop_at_once";
            /** @description All time, periods of the calendar, or periods that start on the day of enrolment. */
            period: {
                /** @enum {string} */
                kind: "ever";
            } | {
                /** @enum {string} */
                kind: "calendar";
                /** @enum {unknown} */
                months: 1 | 3 | 6 | 12;
            } | {
                /** @enum {string} */
                kind: "anniversary";
                /** @description Months. */
                months: number;
            };
            /** @description In rising order; the first from 0. */
            tiers: {
                /** @description The tier's code. */
                code: string;
                /** @description What members call it. */
                name: string;
                /** @description From how much: minor units, points or a count. */
                threshold: number;
            }[];
        };
        /** @description What a till's device signs by. */
        NewTillDevice: {
            /** @description The public half of an ECDSA key on P-256 that the device made and cannot give away: the raw point of 65 bytes in base64url, as WebCrypto exports it. */
            publicKey: string;
        };
        /** @description A till's key to be made. */
        NewTillKey: {
            /** @description What the till says of itself in the header x-till-device of every request. It is kept as a hash. */
            device: string;
            /**
             * @description Where the till stands. What it records happens there and nowhere else.
             * @example loc_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            locationId: string;
            /** @description What the till is called, so that its key can be recognised later. */
            name: string;
        };
        /** @description A secret for an authenticator app. It is shown this once. */
        NewTotp: {
            /** @description What to type into an app that cannot read the address. */
            secret: string;
            /** @description What to show as a QR code. */
            uri: string;
        };
        /** @description Points to be given to another member. */
        NewTransfer: {
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why, in words that the member may read. */
            reason?: string;
            /** @description Who gets them. */
            toMemberId: string;
        };
        /** @description A campaign to try. It is tried as if it had been there all along: its window counts for nothing. */
        NewTrial: {
            budget?: components["schemas"]["NewBudget"];
            /** @description Of 10,000 members so many get nothing from it, always the same ones, to compare with. Default: 0. */
            holdout?: number;
            limit?: components["schemas"]["Limit"];
            /** @description The higher comes first; of equal ones those that are exclusive, then the older. Default: 0. */
            priority?: number;
            /** @description How many of the latest purchases to look at. Default: 1000. */
            purchases?: number;
            /** @description Its rules. */
            rules: components["schemas"]["NewRule"][];
            /** @description When its rules give, by the time of the activity: at any of these. Default: always. */
            schedule?: components["schemas"]["Opening"][];
            stacking?: components["schemas"]["Stacking"];
        };
        /** @description A use that was a mistake. */
        NewUseReversal: {
            /**
             * @description Why the use is taken back.
             * @enum {string}
             */
            reason: "mistake" | "changed_mind" | "not_delivered" | "technical";
        };
        /** @description Somebody who is not known yet. */
        NewVisitor: {
            /** @description What the shop remembers of them: at most 20 things, each once. Kept sealed. */
            attributes?: {
                /** @description What it is, as the shop calls it. */
                name: string;
                /** @description What it was. */
                value: string;
            }[];
        };
        /** @description An address to be called with events. */
        NewWebhookEndpoint: {
            /** @description What it is for. */
            description?: string;
            /** @description Which events are sent, by type; empty: all. */
            eventTypes?: ("member.enrolled" | "member.blocked" | "member.unblocked" | "member.erased" | "member.exported" | "activity.recorded" | "tier.changed" | "campaign.budget_exhausted" | "adjustment.requested" | "adjustment.approved" | "adjustment.refused" | "adjustment.expired" | "transfer.debited" | "transfer.returned" | "coupon.claimed" | "coupon.guessing_suspected" | "reward.use_reversed" | "reward.given" | "gift.arrived" | "gift.recalled" | "gift.returned" | "gift.kept" | "member.merged" | "member.merge_reversed" | "checkout.committed" | "checkout.returned" | "checkout.cancelled" | "webhook_endpoint.disabled" | "webhook_endpoint.tested")[];
            /**
             * @description Where to call: https, by a name or address that the whole world can reach.
             * @example https://shop.example.com/fedele
             */
            url: string;
        };
        /** @description Something to remember of a member. */
        Note: {
            /**
             * @description The note's id.
             * @example not_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What it says; null once the member was erased. */
            text: string | null;
            /**
             * Format: date-time
             * @description When it was written.
             * @example 2026-03-01T09:30:00Z
             */
            writtenAt: string;
            /** @description Who wrote it: an API key or another actor. */
            writtenBy: string;
        };
        NotePage: {
            items: components["schemas"]["Note"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description A reward, or points, that the basket cannot use. */
        NotRedeemed: {
            /** @description The code of the points type; absent: a reward. */
            pointsType?: string;
            /** @description The issued reward; absent: points. */
            reward?: string;
            /**
             * @description What stands in its way.
             * @enum {string}
             */
            why: "unknown" | "not_good_yet" | "reserved" | "used" | "cancelled" | "expired" | "not_in_basket" | "nothing_to_pay" | "no_face_value" | "not_enough_points";
        };
        /** @description What came of one sale. */
        OfflineResult: {
            activity?: components["schemas"]["Activity"];
            /** @description Which sale of the device it is. */
            counter: number;
            /**
             * @description What somebody should look at: `owed`, the member had fewer points than were used and owes the rest; `not_spent`, the member may not use points at all, so that the goods were given away.
             * @enum {string}
             */
            flag?: "owed" | "not_spent";
            /** @description Why, for a person. */
            message?: string;
            /**
             * @description Why it waits for a person: `too_late` and `ahead`, no time can be believed; `revoked`, the till's key is; `spending_off` and `over_cap`, more points were used than the programme allows offline; `no_proof`, the member did not show that they were there.
             * @enum {string}
             */
            reason?: "too_late" | "ahead" | "revoked" | "spending_off" | "over_cap" | "no_proof";
            /**
             * @description `signature`: it is not this device's. `counter_used`: another sale has this counter; sign it anew with the next one. `unknown_member`: nobody has this identity, nobody agreed to join. `not_taken`: `message`.
             * @enum {string}
             */
            refusedFor?: "signature" | "counter_used" | "unknown_member" | "not_taken";
            /** @description The points that were used, and what came of it. */
            spend?: {
                /** @description How many were not there: the member owes them. */
                owed: number;
                /** @description How many points the member used. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /** @description How many were there and are taken. */
                taken: number;
            };
            /**
             * @description `recorded`: booked. `quarantined`: kept here until somebody decides. `accepted`, `declined`: they did. `refused`: not kept here, and can be sent again once what is wrong is put right.
             * @enum {string}
             */
            state: "recorded" | "quarantined" | "accepted" | "declined" | "refused";
        };
        /** @description What came of each sale. */
        OfflineResults: {
            /** @description In the order in which they were sent. */
            items: components["schemas"]["OfflineResult"][];
            /** @description The highest counter that is known of the device now. */
            lastCounter: number;
        };
        /** @description What a till sold while it had no network. */
        OfflineSale: {
            activity: components["schemas"]["NewActivity"];
            /** @description The device's own count of its sales, one more each time, never used twice. */
            counter: number;
            /** @description Who is no member yet becomes one by the phone number in the activity, with this consent. */
            join?: {
                /** @description What the customer agreed to; one at least. */
                consents: {
                    /** @description Which text the customer was shown and agreed to, as the tenant names it. */
                    textVersion: string;
                    /**
                     * @description What it is about.
                     * @enum {string}
                     */
                    topic: "email" | "sms" | "push" | "phone" | "post" | "profiling" | "partners";
                }[];
                /** @description What to call the new member. */
                name?: string;
            };
            /** @description What the member's device showed: needed to use points, unless the tenant asks for no proof. */
            qr?: string;
            /** @description ECDSA with SHA-256 over the canonical text of {tillKeyId, counter, activity, spend, qr, join}: JSON without spaces, keys sorted, absent parts left out; 64 bytes as WebCrypto makes them, in base64url. */
            signature: string;
            /** @description Points that the member used while nobody could ask for the balance. */
            spend?: {
                /** @description How many points the member used. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            };
        };
        /**
         * @description Hours of the week or of the month on the clocks of the tenant's zone, as they go forward and back.
         * @example {
         *       "weekdays": [
         *         2
         *       ],
         *       "from": "17:00",
         *       "until": "20:00"
         *     }
         */
        Opening: {
            /** @description Days of the month; a month without the day has none. */
            days?: number[];
            /**
             * @description From when on those days. Default: 00:00.
             * @example 17:00
             */
            from?: string;
            /**
             * @description Until when, exclusive. At or before `from`: on the day after. Default: 24:00, the end of the day.
             * @example 17:00
             */
            until?: string;
            /** @description Days of the week; 1 is Monday, 7 is Sunday. */
            weekdays?: number[];
        };
        /** @description A letter that Fedele wrote. */
        OutboxMessage: {
            /** @description How often it was tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description When it was written, by the wall clock.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was sent or given up.
             * @example 2026-03-01T09:30:00Z
             */
            endedAt?: string;
            /** @description The server's last no: three digits, or the kind of failure. */
            failure?: string;
            /**
             * @description The letter's id; it is part of its Message-ID.
             * @example eml_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What it is: a sign-in code, an invitation. */
            kind: string;
            /** @description What it says; only of a letter that was kept, and for seven days. */
            letter?: {
                /** @description The person's address. */
                address: string;
                /** @description The name of the person it is for. */
                name: string;
                /** @description Its subject. */
                subject: string;
                /** @description What it says, as plain text. */
                text: string;
            };
            /**
             * @description Queued: on its way, tried again where it was not taken. Failed: refused for good, or tried too often. Kept: no mail server is set, so it was sent to nobody and can be read here.
             * @enum {string}
             */
            status: "queued" | "sent" | "failed" | "kept";
        };
        OutboxMessagePage: {
            items: components["schemas"]["OutboxMessage"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description A partner: who issues or redeems points. */
        Partner: {
            /** @description The code by which tills and rules name the partner. */
            code: string;
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The partner's id.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description The partner's name for people. */
            name: string;
        };
        /** @description What to change. */
        PartnerChange: {
            /** @description The code by which tills and rules name the partner. */
            code?: string;
            /** @description The partner's name for people. */
            name?: string;
        };
        PartnerPage: {
            items: components["schemas"]["Partner"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Points by hand that wait for a second person. Nothing is booked before. */
        PendingAdjustment: {
            /**
             * @description What was booked when it was approved.
             * @example adj_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            adjustmentId?: string;
            /** @description Who asked for it. */
            askedBy: string;
            /**
             * Format: date-time
             * @description When it was asked for.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was decided, or found to have expired.
             * @example 2026-03-01T09:30:00Z
             */
            decidedAt?: string;
            /** @description Who approved or refused it: never who asked. */
            decidedBy?: string;
            /**
             * Format: date-time
             * @description Until when it can be decided.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string;
            /**
             * @description Its id while it waits; what is booked in the end has one of its own.
             * @example pen_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whose points.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /** @description To be given; below zero: to be taken. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why; null: the member was erased. */
            reason: string | null;
            /** @description Why it was refused; null: the member was erased. */
            refusal?: string | null;
            /**
             * @description The adjustment that it would take back.
             * @example adj_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            reversesId?: string;
            /**
             * @description What became of it.
             * @enum {string}
             */
            status: "waiting" | "approved" | "refused" | "expired";
        };
        PendingAdjustmentPage: {
            items: components["schemas"]["PendingAdjustment"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Points of one type. */
        PointsEarned: {
            /** @description How many points; below zero: taken back. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
        };
        /** @description What an activity did to one points type. */
        PointsMoved: {
            /**
             * Format: date-time
             * @description When they can be used; absent: now.
             * @example 2026-03-01T09:30:00Z
             */
            activatesAt?: string;
            /**
             * Format: date-time
             * @description Until when they are good; absent: for ever, or as long as there is activity.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt?: string;
            /** @description How many points came, or below zero: went. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description What the member had of this type afterwards. */
            total: number;
        };
        /** @description A currency of the programme. */
        PointsType: {
            /** @description When earned points can be used. */
            activation: {
                /** @enum {string} */
                kind: "immediately";
            } | {
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "after_days";
            };
            /** @description The code of the points type. */
            code: string;
            /** @description Until when points are good: always to the end of a day in the tenant's time zone. */
            expiry: {
                /** @enum {string} */
                kind: "never";
            } | {
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "after_days";
            } | {
                /** @enum {string} */
                kind: "after_months";
                /** @description Months. */
                months: number;
            } | {
                /** @enum {string} */
                kind: "end_of_month";
                /** @description Months after this one. */
                months: number;
            } | {
                /** @enum {string} */
                kind: "end_of_year";
                /** @description Years after this one. */
                years: number;
            } | {
                /**
                 * Format: date
                 * @description The last day.
                 * @example 1984-02-29
                 */
                date: string;
                /** @enum {string} */
                kind: "fixed_date";
            } | {
                counts: ("purchase" | "visit" | "use" | "share" | "referral" | "review" | "answer" | "custom" | "spend")[];
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "inactivity";
            };
            /**
             * @description What points are worth, for reports and limits: 1,000 points at 500 cents are half a cent each.
             * @example {
             *       "points": 1000,
             *       "minor": 500
             *     }
             */
            faceValue: {
                /** @description so many minor units of the tenant's currency. */
                minor: number;
                /** @description For so many points, */
                points: number;
            } | null;
            /** @description What happens to points that are given back after their time: gone at once, or some days of grace. */
            giveBack: {
                /** @enum {string} */
                kind: "expire";
            } | {
                /** @description Days of grace. */
                graceDays: number;
                /** @enum {string} */
                kind: "reissue";
            };
            /** @description What members call them. */
            name: string;
            /** @description Whether they count for tiers. */
            qualifying: boolean;
            /** @description Whether they can be used. */
            spendable: boolean;
        };
        /** @description What to change about a currency of the programme; what is not named stays. */
        PointsTypeChange: {
            /** @description When earned points can be used. */
            activation?: {
                /** @enum {string} */
                kind: "immediately";
            } | {
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "after_days";
            };
            /**
             * @description What a new expiry means for points that were earned before: they keep their dates (the default), or get later ones where the new terms are longer. Nothing is ever cut short.
             * @enum {string}
             */
            earlierPoints?: "keep" | "extend";
            /** @description Until when points are good: always to the end of a day in the tenant's time zone. */
            expiry?: {
                /** @enum {string} */
                kind: "never";
            } | {
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "after_days";
            } | {
                /** @enum {string} */
                kind: "after_months";
                /** @description Months. */
                months: number;
            } | {
                /** @enum {string} */
                kind: "end_of_month";
                /** @description Months after this one. */
                months: number;
            } | {
                /** @enum {string} */
                kind: "end_of_year";
                /** @description Years after this one. */
                years: number;
            } | {
                /**
                 * Format: date
                 * @description The last day.
                 * @example 1984-02-29
                 */
                date: string;
                /** @enum {string} */
                kind: "fixed_date";
            } | {
                counts: ("purchase" | "visit" | "use" | "share" | "referral" | "review" | "answer" | "custom" | "spend")[];
                /** @description Days. */
                days: number;
                /** @enum {string} */
                kind: "inactivity";
            };
            /**
             * @description What points are worth, for reports and limits: 1,000 points at 500 cents are half a cent each.
             * @example {
             *       "points": 1000,
             *       "minor": 500
             *     }
             */
            faceValue?: {
                /** @description so many minor units of the tenant's currency. */
                minor: number;
                /** @description For so many points, */
                points: number;
            } | null;
            /** @description What happens to points that are given back after their time: gone at once, or some days of grace. */
            giveBack?: {
                /** @enum {string} */
                kind: "expire";
            } | {
                /** @description Days of grace. */
                graceDays: number;
                /** @enum {string} */
                kind: "reissue";
            };
            /** @description What members call them. */
            name?: string;
        };
        PointsTypeList: {
            items: components["schemas"]["PointsType"][];
        };
        /** @description What the programme does where fair people differ. */
        Policies: {
            backdating: {
                /** @description How many days late an activity may be told. */
                days: number;
                /**
                 * @description From which day its points count.
                 * @enum {string}
                 */
                lotsFrom: "purchase" | "booking";
            };
            /** @description What all rules together give a member at most in a period. */
            caps: {
                /** @description Of `per: days`: how many. */
                days?: number;
                /**
                 * @description Periods of the calendar in the tenant's zone, all time, or any so many days on end.
                 * @enum {string}
                 */
                per: "day" | "week" | "month" | "year" | "ever" | "days";
                /** @description Points at most; an award is cut to what is left. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            }[];
            /** @description Whether a late purchase that lifts the tier of its time tops up what was earned since. */
            lateTier: {
                /** @enum {string} */
                kind: "keep_points";
            } | {
                /** @enum {string} */
                kind: "top_up";
            };
            /** @description Points that a till takes while it has no network: none, or up to a cap. What the member did not have is owed and shown to staff; a sale with more than this waits for a decision of theirs. */
            offlineSpending: {
                /** @enum {string} */
                kind: "off";
            } | {
                /** @enum {string} */
                kind: "capped";
                /** @description Points of a member within 24 hours, all tills together. */
                points: number;
            };
            /** @description Within how many days a purchase can be returned; null: always. */
            returnDays: number | null;
            /** @description Points to take back that were spent: owed, lost, or charged in money. */
            shortfall: {
                /** @enum {string} */
                kind: "debt";
            } | {
                /** @enum {string} */
                kind: "clamp";
            } | {
                /** @enum {string} */
                kind: "charge";
                /** @description What a point is worth, in minor units. */
                pointMinor: number;
            };
            /** @description A bonus whose threshold the rest of a basket misses: reversed, or kept within some percent. */
            threshold: {
                /** @enum {string} */
                kind: "reverse";
            } | {
                /** @description Percent. */
                gracePercent: number;
                /** @enum {string} */
                kind: "keep_above";
            };
            /** @description A return whose sale is not known: refuse it, wait for the sale, or match the latest sale. */
            unmatchedReturn: {
                /** @enum {string} */
                kind: "refuse";
            } | {
                /** @description Hours. */
                hours: number;
                /** @enum {string} */
                kind: "park";
            } | {
                /** @enum {string} */
                kind: "match_latest";
            };
        };
        /** @description What to change; what is not named stays. */
        PoliciesChange: {
            backdating?: {
                /** @description How many days late an activity may be told. */
                days: number;
                /**
                 * @description From which day its points count.
                 * @enum {string}
                 */
                lotsFrom: "purchase" | "booking";
            };
            /** @description What all rules together give a member at most in a period. */
            caps?: {
                /** @description Of `per: days`: how many. */
                days?: number;
                /**
                 * @description Periods of the calendar in the tenant's zone, all time, or any so many days on end.
                 * @enum {string}
                 */
                per: "day" | "week" | "month" | "year" | "ever" | "days";
                /** @description Points at most; an award is cut to what is left. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            }[];
            /** @description Whether a late purchase that lifts the tier of its time tops up what was earned since. */
            lateTier?: {
                /** @enum {string} */
                kind: "keep_points";
            } | {
                /** @enum {string} */
                kind: "top_up";
            };
            /** @description Points that a till takes while it has no network: none, or up to a cap. What the member did not have is owed and shown to staff; a sale with more than this waits for a decision of theirs. */
            offlineSpending?: {
                /** @enum {string} */
                kind: "off";
            } | {
                /** @enum {string} */
                kind: "capped";
                /** @description Points of a member within 24 hours, all tills together. */
                points: number;
            };
            /** @description Within how many days a purchase can be returned; null: always. */
            returnDays?: number | null;
            /** @description Points to take back that were spent: owed, lost, or charged in money. */
            shortfall?: {
                /** @enum {string} */
                kind: "debt";
            } | {
                /** @enum {string} */
                kind: "clamp";
            } | {
                /** @enum {string} */
                kind: "charge";
                /** @description What a point is worth, in minor units. */
                pointMinor: number;
            };
            /** @description A bonus whose threshold the rest of a basket misses: reversed, or kept within some percent. */
            threshold?: {
                /** @enum {string} */
                kind: "reverse";
            } | {
                /** @description Percent. */
                gracePercent: number;
                /** @enum {string} */
                kind: "keep_above";
            };
            /** @description A return whose sale is not known: refuse it, wait for the sale, or match the latest sale. */
            unmatchedReturn?: {
                /** @enum {string} */
                kind: "refuse";
            } | {
                /** @description Hours. */
                hours: number;
                /** @enum {string} */
                kind: "park";
            } | {
                /** @enum {string} */
                kind: "match_latest";
            };
        };
        /** @description The campaign that was started, and the reward to be offered for its points, as POST /v1/rewards takes it. */
        PresetCampaign: {
            campaign: components["schemas"]["Campaign"];
            /** @description The code of the points type that it gives. */
            pointsType: string;
            reward?: components["schemas"]["NewReward"];
        };
        /** @description Campaigns to begin with. */
        PresetList: {
            items: {
                /** @description What it asks, with what it takes where nothing is answered. */
                asks: {
                    [key: string]: unknown;
                };
                /**
                 * @description The preset's code.
                 * @enum {string}
                 */
                code: "points-per-money" | "stamp-card" | "cashback" | "birthday" | "welcome";
                /** @description What it is called, in the tenant's language. */
                name: string;
            }[];
        };
        /** @description Why a request was refused (RFC 9457). Nothing was written. */
        Problem: {
            /**
             * @description The kind of problem for programs.
             * @enum {string}
             */
            code: "invalid" | "unauthenticated" | "partner_float" | "forbidden" | "not_found" | "conflict" | "too_large" | "insufficient_points" | "too_many" | "unavailable" | "internal";
            /** @description One sentence for people: what was wrong and what to do. */
            detail: string;
            /**
             * @description Where the fault is, as a path into the request.
             * @example identities[0].value
             */
            field?: string;
            /** @description Quote this when asking for help; it stands in our log. */
            requestId: string;
            /** @description The HTTP status, repeated. */
            status: number;
            /**
             * @description The kind of problem in words.
             * @example Conflict
             */
            title: string;
            /**
             * @description A name for this kind of problem.
             * @example urn:fedele:problem:conflict
             */
            type: string;
        };
        /** @description Something that is sold. */
        Product: {
            /** @description What kind of goods it is. */
            categories: string[];
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description The product's name for people. */
            name: string;
            /** @description The code by which tills and rules name the product. */
            sku: string;
        };
        /** @description What to change. */
        ProductChange: {
            /** @description What kind of goods it is. */
            categories?: string[];
            /** @description The product's name for people. */
            name?: string;
        };
        ProductPage: {
            items: components["schemas"]["Product"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description How the programme works. */
        Programme: {
            closure?: components["schemas"]["Closure"];
            policies: components["schemas"]["Policies"];
            tiers: components["schemas"]["TierList"];
        };
        /** @description That a member is there. */
        Proof: {
            /**
             * Format: date-time
             * @description Until when whoever was shown it may use the member's points, once.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string;
            /**
             * @description The proof's id.
             * @example prf_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Who showed it.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * @description How.
             * @enum {string}
             */
            method: "qr" | "code";
            /** @description What to call them; null: not known. */
            name: string | null;
        };
        /** @description One points type on one partner's account. */
        Reconciliation: {
            /** @description What members had at its end: opening and all movements together. */
            closing: number;
            /** @description What was booked in the period, one sum for each counter-account that moved. */
            movements: {
                /**
                 * @description The counter-account.
                 * @enum {string}
                 */
                account: "issued" | "spent" | "expired" | "adjusted" | "opening" | "in_transit" | "forfeited" | "lost";
                /** @description What came onto wallets from it; below zero: what went there. */
                points: number;
            }[];
            /** @description What members had of it when the period began. */
            opening: number;
            /**
             * @description On whose account; absent: the operator's.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /** @description The code of the points type. */
            pointsType: string;
        };
        /** @description From the points at the beginning of a period to those at its end. */
        ReconciliationReport: {
            items: components["schemas"]["Reconciliation"][];
        };
        /** @description What one reward takes off, or points. */
        Redeemed: {
            /** @description What it takes off. Minor units. */
            amountMinor: number;
            /** @description How that falls on the lines. */
            perLineMinor: number[];
            /** @description What the reward cost, or how many points pay. */
            points: number;
            /** @description The code of the points type; absent: a reward. */
            pointsType?: string;
            /** @description The issued reward; absent: points. */
            reward?: string;
        };
        /** @description What comes back of a purchase. */
        ReturnedLine: {
            /** @description Instead of a quantity, where the purchase was told as a sum without lines. Minor units. */
            amountMinor?: number;
            /** @description The place of the line in the purchase, from 0. */
            line?: number;
            /** @description The product's number. */
            product?: string;
            /** @description Thousandths of a piece, a kilogram, a night: 1000 is one. */
            quantityThousandths?: number;
        };
        /** @description A sale that was made offline and that somebody should look at, or has. */
        ReviewedSale: {
            /**
             * @description What was booked; null: nothing.
             * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            activityId: string | null;
            /** @description The device's own count. */
            counter: number;
            /**
             * Format: date-time
             * @description When somebody did.
             * @example 2026-03-01T09:30:00Z
             */
            decidedAt?: string;
            /** @description Who. */
            decidedBy?: string;
            /**
             * Format: date-time
             * @description What the device's clock showed.
             * @example 2026-03-01T09:30:00Z
             */
            deviceAt: string;
            /** @description Its own name for it. */
            document: string;
            /**
             * @description What somebody should look at: `owed`, the member had fewer points than were used and owes the rest; `not_spent`, the member may not use points at all, so that the goods were given away.
             * @enum {string}
             */
            flag?: "owed" | "not_spent";
            /**
             * Format: date-time
             * @description When it happened, as far as that can be told.
             * @example 2026-03-01T09:30:00Z
             */
            happenedAt: string;
            /**
             * @description The sale's id.
             * @example ofs_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description Whether somebody should decide, or look at it. */
            isWaiting: boolean;
            /**
             * @description Whose it is; null: nobody's yet.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string | null;
            /**
             * @description Why it waits for a person: `too_late` and `ahead`, no time can be believed; `revoked`, the till's key is; `spending_off` and `over_cap`, more points were used than the programme allows offline; `no_proof`, the member did not show that they were there.
             * @enum {string}
             */
            reason?: "too_late" | "ahead" | "revoked" | "spending_off" | "over_cap" | "no_proof";
            /**
             * Format: date-time
             * @description When it came in.
             * @example 2026-03-01T09:30:00Z
             */
            receivedAt: string;
            /** @description Who said so. */
            source: string;
            /** @description The points that were used, and what came of it. */
            spend?: {
                /** @description How many were not there: the member owes them. */
                owed: number;
                /** @description How many points the member used. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /** @description How many were there and are taken. */
                taken: number;
            };
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "recorded" | "quarantined" | "accepted" | "declined";
            /**
             * @description The till that sold.
             * @example tky_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            tillKeyId: string;
        };
        /** @description The same with what was sold, as long as it waits for a decision and its member was not erased. */
        ReviewedSaleDetail: {
            activity?: components["schemas"]["NewActivity"];
            /**
             * @description What was booked; null: nothing.
             * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            activityId: string | null;
            /** @description The device's own count. */
            counter: number;
            /**
             * Format: date-time
             * @description When somebody did.
             * @example 2026-03-01T09:30:00Z
             */
            decidedAt?: string;
            /** @description Who. */
            decidedBy?: string;
            /**
             * Format: date-time
             * @description What the device's clock showed.
             * @example 2026-03-01T09:30:00Z
             */
            deviceAt: string;
            /** @description Its own name for it. */
            document: string;
            /**
             * @description What somebody should look at: `owed`, the member had fewer points than were used and owes the rest; `not_spent`, the member may not use points at all, so that the goods were given away.
             * @enum {string}
             */
            flag?: "owed" | "not_spent";
            /**
             * Format: date-time
             * @description When it happened, as far as that can be told.
             * @example 2026-03-01T09:30:00Z
             */
            happenedAt: string;
            /**
             * @description The sale's id.
             * @example ofs_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description Whether somebody should decide, or look at it. */
            isWaiting: boolean;
            /**
             * @description Whose it is; null: nobody's yet.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string | null;
            /**
             * @description Why it waits for a person: `too_late` and `ahead`, no time can be believed; `revoked`, the till's key is; `spending_off` and `over_cap`, more points were used than the programme allows offline; `no_proof`, the member did not show that they were there.
             * @enum {string}
             */
            reason?: "too_late" | "ahead" | "revoked" | "spending_off" | "over_cap" | "no_proof";
            /**
             * Format: date-time
             * @description When it came in.
             * @example 2026-03-01T09:30:00Z
             */
            receivedAt: string;
            /** @description Who said so. */
            source: string;
            /** @description The points that were used, and what came of it. */
            spend?: {
                /** @description How many were not there: the member owes them. */
                owed: number;
                /** @description How many points the member used. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /** @description How many were there and are taken. */
                taken: number;
            };
            /**
             * @description How it stands.
             * @enum {string}
             */
            state: "recorded" | "quarantined" | "accepted" | "declined";
            /**
             * @description The till that sold.
             * @example tky_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            tillKeyId: string;
        };
        ReviewedSalePage: {
            items: components["schemas"]["ReviewedSale"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Something that points can buy. */
        Reward: {
            audience?: components["schemas"]["ConditionGroup"];
            /** @description The code by which tills and members name the reward. */
            code: string;
            /** @description What it costs. */
            cost: {
                /** @description How many points. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
            };
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            gift: components["schemas"]["Gift"];
            /**
             * @description The reward's id.
             * @example rwd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What it is called. */
            name: string;
            /**
             * @description Whether it can still be had.
             * @enum {string}
             */
            status: "live" | "ended";
            /** @description How many are left; null: without limit. */
            stock: number | null;
            /** @description Who may have it, by tier; empty: all. */
            tiers: string[];
            /** @description For how many days one is good after it was issued, to the end of the last; null: for ever. */
            validDays: number | null;
            /**
             * Format: date-time
             * @description From when it can be had; null: since ever.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom: string | null;
            /**
             * Format: date-time
             * @description Until when it can be had, exclusive; null: for ever.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil: string | null;
        };
        /** @description A reward that a member has given, as they see it. */
        RewardGift: {
            /**
             * @description Why it came back, one of unknown, blocked, closed, declined, recalled; null: it did not.
             * @example declined
             */
            because: string | null;
            /**
             * Format: date-time
             * @description When it was last sent, asked back or returned.
             * @example 2026-03-01T09:30:00Z
             */
            changedAt: string;
            /**
             * Format: date-time
             * @description When it was given.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description Who gives.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            fromMemberId: string;
            /**
             * @description The gift's id.
             * @example gft_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description The giver's reward. The friend has one of their own, whose source this gift is.
             * @example isr_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            issuedRewardId: string;
            /**
             * @description `sent`: it is the friend's, or about to be; `recalled`: it was asked back; `returned`: it is back.
             * @enum {string}
             */
            status: "sent" | "recalled" | "returned";
            /**
             * @description Who gets it.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            toMemberId: string;
        };
        RewardPage: {
            items: components["schemas"]["Reward"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description An earning rule. */
        Rule: {
            /**
             * @description The campaign that it belongs to.
             * @example cmp_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            campaignId: string;
            effect: components["schemas"]["Effect"];
            /**
             * @description The rule's id.
             * @example rul_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            items?: components["schemas"]["ConditionGroup"];
            limit?: components["schemas"]["Limit"];
            /** @description What the rule is called. */
            name: string;
            /** @description The code of the points type that it gives. */
            pointsType: string;
            /** @description What it says, in the tenant's language. */
            sentence: string;
            /**
             * Format: date-time
             * @description From when it holds.
             * @example 2026-03-01T09:30:00Z
             */
            validFrom: string | null;
            /**
             * Format: date-time
             * @description Until when, exclusive.
             * @example 2026-03-01T09:30:00Z
             */
            validUntil: string | null;
            /** @description Counts from 1. A change is a new version; activities are judged by the version of their time. */
            version: number;
            when?: components["schemas"]["ConditionGroup"];
        };
        /** @description The code that the app shows now. */
        SecondFactor: {
            /**
             * @description Six digits.
             * @example 123456
             */
            code: string;
        };
        /** @description Members whom certain things are true of, whoever they are at the moment. */
        Segment: {
            /**
             * Format: date-time
             * @description When it was last changed.
             * @example 2026-03-01T09:30:00Z
             */
            changedAt: string;
            /**
             * @description The code by which programs name the segment.
             * @example big-spenders
             */
            code: string;
            conditions: components["schemas"]["ConditionGroup"];
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The segment's id.
             * @example seg_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What people call it. */
            name: string;
        };
        /** @description What to change of a segment; what is not named stays. */
        SegmentChange: {
            conditions?: components["schemas"]["ConditionGroup"];
            /** @description What people call it. */
            name?: string;
        };
        /** @description How many members are in a segment now. */
        SegmentCount: {
            /** @description Whether there are no more than that. Above 100000: false. */
            isExact: boolean;
            /** @description How many members there are, or 100000 where there are more. */
            members: number;
        };
        /** @description A segment that is being thought of. */
        SegmentDraft: {
            conditions: components["schemas"]["ConditionGroup"];
        };
        /** @description Whether a member is in a segment. */
        SegmentMembership: {
            /** @description Whether the member is in the segment now. */
            isMember: boolean;
        };
        SegmentPage: {
            items: components["schemas"]["Segment"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Who you are. */
        Session: {
            /** @description How the log names who did something: stf_…, key_… or tky_… */
            actor: string;
            /** @description What a page sends in the header x-csrf-token with whatever it changes by the session's cookie. */
            csrfToken?: string;
            /**
             * @description What the request was made with.
             * @enum {string}
             */
            kind: "staff" | "api_key" | "till_key";
            /** @description What it may do. */
            scopes: ("activities:read" | "activities:write" | "adjustments:write" | "audit:read" | "catalog:read" | "catalog:write" | "events:read" | "checkout:read" | "checkout:write" | "ledger:read" | "ledger:write" | "members:read" | "members:write" | "outbox:read" | "programme:read" | "programme:write" | "rewards:read" | "rewards:write" | "staff:read" | "staff:write" | "tenant:read" | "tenant:write" | "webhooks:read" | "webhooks:write")[];
            staff?: components["schemas"]["Staff"];
        };
        /** @description Goods that came back, and what went back for them. */
        SessionReturn: {
            /**
             * @description The activity that took back what was earned.
             * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            activityId: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description Your own name for it. */
            document: string;
            /** @description What was earned and is taken back, below zero. */
            earned: components["schemas"]["PointsEarned"][];
            /**
             * @description The return's id.
             * @example chr_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            lines: {
                /** @description The place of the line in the basket, from 0. */
                line: number;
                money: components["schemas"]["Amounts"];
                /** @description How much came back. */
                quantityThousandths: number;
                worth: components["schemas"]["Amounts"];
            }[];
            /** @description What goes back in money. Minor units. */
            moneyMinor: number;
            /** @description What goes back in points, into the lots that they came from. */
            points: {
                /** @description How many of its points went back. */
                points: number;
                /** @description The code of the points type; absent: a reward. */
                pointsType?: string;
                /** @description The issued reward; absent: points. */
                reward?: string;
            }[];
            /**
             * @description The session that it belongs to.
             * @example chs_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            sessionId: string;
            shortfalls?: {
                /** @description What is to be charged, in minor units of the tenant's currency. */
                amountMinor?: number;
                /** @description Points that had been spent already. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /**
                 * @description Owed by the member, lost to the programme, or charged in money.
                 * @enum {string}
                 */
                policy: "debt" | "clamp" | "charge";
            }[];
        };
        /** @description What comes back of a line. */
        SessionReturnedLine: {
            /** @description The place of the line in the basket, from 0. */
            line: number;
            /** @description Thousandths of a piece, a kilogram, a night: 1000 is one. */
            quantityThousandths: number;
        };
        /** @description As much of a member as a till shows at once. */
        ShownMember: {
            /**
             * @description The member's id.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /** @description Whether you need their code before you use their points. */
            needsProof: boolean;
            /**
             * @description The first name and an initial, which is what a number that was only typed lets somebody see.
             * @example Ana R.
             */
            shownName: string | null;
            /**
             * @description Whether they may earn and spend.
             * @enum {string}
             */
            status: "active" | "earn_only" | "blocked" | "closed";
        };
        /** @description A session; its secret is in the cookie that comes with this reply. */
        SignedIn: {
            /** @description What a page sends in the header x-csrf-token with whatever it changes by the session's cookie. */
            csrfToken: string;
            /**
             * Format: date-time
             * @description Until when the session is good if it is not renewed.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string;
            /** @description True: the session does nothing until POST /v1/second-factors was given the app's code. */
            secondFactorDue: boolean;
        };
        /** @description The same for everybody, whether or not a code was sent. */
        SignInCode: {
            /** @description How long a code is good. */
            goodForMinutes: number;
        };
        /** @description Points that were used, earliest expiry first. */
        Spend: {
            /**
             * Format: date-time
             * @description When they were used.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The reservation that it came of.
             * @example hld_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            holdId?: string;
            /**
             * @description The spend's id.
             * @example spd_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whose points.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why. */
            reason?: string;
            /** @description How many of them were given back. */
            reversed: number;
        };
        /** @description A code that was sent to a member. */
        SpendingCode: {
            /**
             * @description By which way.
             * @enum {string}
             */
            channel: "email";
            /**
             * Format: date-time
             * @description Until when it is good.
             * @example 2026-03-01T09:30:00Z
             */
            expiresAt: string;
            /**
             * @description Whom it was sent to.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
        };
        /** @description How a campaign combines with others. */
        Stacking: {
            /** @description Of `best_of`: the name of the category. */
            category?: string;
            /**
             * @description `stack`: gives beside all others. `exclusive`: where it gives something, campaigns that come after it give nothing. `best_of`: of the campaigns of one category only the one that gives the most points counts.
             * @enum {string}
             */
            kind: "stack" | "exclusive" | "best_of";
            /**
             * @description Of `exclusive`: closes the whole basket, or only the lines that it rewarded. Default: `basket`.
             * @enum {string}
             */
            scope?: "basket" | "lines";
        };
        /** @description Somebody who works for the tenant. */
        Staff: {
            /**
             * Format: date-time
             * @description Since when the person works here.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The person's e-mail address. Codes to sign in go there.
             * @example ana@example.com
             */
            email: string;
            /** @description Whether an app's code is asked for at every sign-in. */
            hasSecondFactor: boolean;
            /**
             * @description The person's id, as the log names who did something.
             * @example stf_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description What the person is called. */
            name: string;
            /**
             * @description The partner that the person works for; with the role "partner" alone.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * @description What the person may do.
             * @enum {string}
             */
            role: "owner" | "manager" | "cashier" | "agent" | "analyst" | "partner";
        };
        /** @description Another role for somebody. */
        StaffChange: {
            /**
             * @description The partner that the person works for; with the role "partner" alone.
             * @example par_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            partnerId?: string;
            /**
             * @description What the person may do.
             * @enum {string}
             */
            role: "owner" | "manager" | "cashier" | "agent" | "analyst" | "partner";
        };
        StaffPage: {
            items: components["schemas"]["Staff"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Something to do for a member. */
        Task: {
            /** @description Who shall do it; null: nobody in particular. */
            assignee: string | null;
            /**
             * Format: date-time
             * @description When it was closed; null while it is open.
             * @example 2026-03-01T09:30:00Z
             */
            closedAt: string | null;
            /** @description Who closed it; null while it is open. */
            closedBy: string | null;
            /**
             * Format: date-time
             * @description When it was written down.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description Who wrote it down. */
            createdBy: string;
            /**
             * Format: date
             * @description By the end of which day.
             * @example 1984-02-29
             */
            dueOn: string;
            /**
             * @description The task's id.
             * @example tsk_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description Whether that day is over and the task is still open. */
            isOverdue: boolean;
            /**
             * @description For whom it is to be done.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * @description Whether it is still to be done.
             * @enum {string}
             */
            status: "open" | "done" | "cancelled";
            /** @description What to do; null once the member was erased. */
            text: string | null;
        };
        /** @description The end of a task. */
        TaskClosing: {
            /**
             * @description What has become of it.
             * @enum {string}
             */
            outcome: "done" | "cancelled";
        };
        TaskPage: {
            items: components["schemas"]["Task"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description The sums of one rate of tax. */
        TaxTotal: {
            after: components["schemas"]["Amounts"];
            before: components["schemas"]["Amounts"];
            discount: components["schemas"]["Amounts"];
            /** @description The rate, in thousandths of a percent. */
            taxThousandths: number;
        };
        /** @description An isolated customer of the platform. */
        Tenant: {
            /** @description In money, at the face value of the points, in minor units: how much one person may give or take a member by hand within a day; above it a second person approves. null: without limit. */
            adjustmentLimitMinor: number | null;
            /** @description In points: how much one person may give or take a member by hand within a day; above it a second person approves. null: without limit. */
            adjustmentLimitPoints: number | null;
            /** @description Over how many buckets its members are spread. */
            bucketSpan: number;
            /** @description How far its time is ahead of the server's: a demo's test clock. */
            clockOffsetMs: number;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /**
             * Format: date-time
             * @description When it was created.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description ISO 4217 code of a currency. Amounts are whole numbers of its smallest unit.
             * @example EUR
             */
            currency: string;
            demo?: components["schemas"]["Demo"];
            /**
             * @description The tenant's id.
             * @example ten_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /** @description Whether its clock may be moved: nothing in it is meant. A demo stays one for ever. */
            isDemo: boolean;
            /**
             * @description BCP 47 tag of a language.
             * @example it
             */
            language: string;
            /** @description Its name for people. */
            name: string;
            /**
             * @description Its name in addresses.
             * @example corner-shop
             */
            slug: string;
            /**
             * @description What a till or a cashier needs before points are used: nothing, or that the member shows the changing code of their own device, or tells a code that was sent to them.
             * @enum {string}
             */
            spendingProof: "none" | "code_or_qr";
            /**
             * @description IANA name of a time zone.
             * @example Europe/Rome
             */
            timezone: string;
        };
        /** @description What to change; what is not named stays. The currency cannot change: points were counted in it. */
        TenantChange: {
            /** @description In money, at the face value of the points, in minor units: how much one person may give or take a member by hand within a day; above it a second person approves. null: without limit. */
            adjustmentLimitMinor?: number | null;
            /** @description In points: how much one person may give or take a member by hand within a day; above it a second person approves. null: without limit. */
            adjustmentLimitPoints?: number | null;
            /**
             * @description ISO 3166 code of a country.
             * @example IT
             */
            country?: string;
            /**
             * @description BCP 47 tag of a language.
             * @example it
             */
            language?: string;
            /** @description Its name for people. */
            name?: string;
            /**
             * @description What a till or a cashier needs before points are used: nothing, or that the member shows the changing code of their own device, or tells a code that was sent to them.
             * @enum {string}
             */
            spendingProof?: "none" | "code_or_qr";
            /**
             * @description IANA name of a time zone.
             * @example Europe/Rome
             */
            timezone?: string;
        };
        /** @description The tiers of the programme. */
        TierList: {
            downgrade: {
                /** @description Days that the old tier stays after that. */
                graceDays: number;
                /**
                 * @description What becomes of a tier that was not reached again by the end of its time.
                 * @enum {string}
                 */
                policy: "never" | "one_down" | "by_balance";
            };
            /**
             * @description What is counted.
             * @enum {string}
             */
            metric: "spend" | "points" | "purchases" | "visits" | "referrals" | "shares" | "advocacy";
            /**
             * @description Whether a return that misses the threshold lowers the tier at once.
             * @enum {string}
             */
            onReturn: "keep_until_period_end" | "drop_at_once";
            /** @description All time, periods of the calendar, or periods that start on the day of enrolment. */
            period: {
                /** @enum {string} */
                kind: "ever";
            } | {
                /** @enum {string} */
                kind: "calendar";
                /** @enum {unknown} */
                months: 1 | 3 | 6 | 12;
            } | {
                /** @enum {string} */
                kind: "anniversary";
                /** @description Months. */
                months: number;
            };
            tiers: {
                /** @description The tier's code. */
                code: string;
                /** @description What members call it. */
                name: string;
                /** @description From how much: minor units, points or a count. */
                threshold: number;
            }[];
            /** @description Counts from 1; 0: there are no tiers. */
            version: number;
        };
        /** @description The device of a till, which may sell offline. */
        TillDevice: {
            /** @description The highest counter of a sale that is known of it; 0: none. Go on above it. */
            lastCounter: number;
            /**
             * Format: date-time
             * @description What time it is here: a till shows who it serves how far its clock is off.
             * @example 2026-03-01T09:30:00Z
             */
            now: string;
            /** @description The public half of an ECDSA key on P-256 that the device made and cannot give away: the raw point of 65 bytes in base64url, as WebCrypto exports it. */
            publicKey: string;
            /**
             * Format: date-time
             * @description When it was registered.
             * @example 2026-03-01T09:30:00Z
             */
            registeredAt: string;
            /**
             * @description The till's key.
             * @example tky_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            tillKeyId: string;
        };
        /** @description A till's key: it may do what a cashier may, on one device and for one place. */
        TillKey: {
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The key's id; it is part of the key and no secret.
             * @example tky_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Where the till stands.
             * @example loc_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            locationId: string;
            /** @description What the till is called. */
            name: string;
            /**
             * Format: date-time
             * @description When it was revoked; absent while it works.
             * @example 2026-03-01T09:30:00Z
             */
            revokedAt?: string;
        };
        TillKeyPage: {
            items: components["schemas"]["TillKey"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        TimelinePage: {
            items: ({
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "enrolled";
            } | {
                activity: components["schemas"]["Activity"];
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "activity";
                /** @description Which rule gave which points, and what that rule says. */
                why: components["schemas"]["Why"][];
            } | {
                /** @description The tier after; null: none. */
                after: string | null;
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @description The tier before; null: none. */
                before: string | null;
                /**
                 * Format: date-time
                 * @description From when on it counts.
                 * @example 2026-03-01T09:30:00Z
                 */
                effectiveAt: string;
                /**
                 * Format: date-time
                 * @description Of a tier given by hand: until when.
                 * @example 2026-03-01T09:30:00Z
                 */
                endsAt?: string;
                /** @enum {string} */
                kind: "tier_change";
                /** @description Why: what was counted, a return, the end of a period, by hand. */
                reason: string;
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /**
                 * @description Used, or given back.
                 * @enum {string}
                 */
                kind: "spend" | "spend_reversal";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
                spend: components["schemas"]["Spend"];
            } | {
                adjustment: components["schemas"]["Adjustment"];
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /**
                 * @description Who did it.
                 * @example key_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                by: string;
                /**
                 * @description By hand, or such a one undone.
                 * @enum {string}
                 */
                kind: "adjustment" | "adjustment_reversal";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "transfer";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
                transfer?: components["schemas"]["Transfer"];
                /**
                 * @description The transfer.
                 * @example trf_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                transferId: string;
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /**
                 * @description Points that ended, that came back because something was told late, that paid off a debt, or that went when the member left.
                 * @enum {string}
                 */
                kind: "expiry" | "reinstatement" | "debt_payment" | "closure";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
            } | {
                /**
                 * @description The activity that lifted the tier.
                 * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                activityId: string;
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @enum {string} */
                kind: "top_up";
                /** @description What it did to the member's points, by type. */
                points: {
                    /** @description How many points came, or below zero: went. Of a debt that was paid off: how many paid for it. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                }[];
            } | {
                /**
                 * Format: date-time
                 * @description When it was written down, in the tenant's time.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                issuedReward: components["schemas"]["IssuedReward"];
                /**
                 * @description What became of it.
                 * @enum {string}
                 */
                kind: "reward_issued" | "reward_used" | "reward_given" | "reward_cancelled";
                /** @description What the reward is called, or the coupons or the benefit that it came of. */
                rewardName: string;
            })[];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description Points on their way to another member. */
        Transfer: {
            /**
             * Format: date-time
             * @description When they left; they arrive a moment later.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description Booked, but worth a look: `circle`, within a day the points come back to who had them.
             * @enum {string}
             */
            flag?: "circle";
            /**
             * @description The transfer's id.
             * @example trf_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description Whose points.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /** @description How many points. */
            points: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description Why. */
            reason?: string;
            /**
             * @description Who gets them.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            toMemberId: string;
        };
        /** @description What a campaign would have given. Nothing is written. */
        Trial: {
            /** @description Awards that a limit, a cap or its budget would have made smaller, or nothing. */
            cut: number;
            /** @description Purchases that would have earned something by the campaign. */
            earning: number;
            /** @description Whose those were. */
            earningMembers: number;
            /** @description The latest few that would have earned. */
            examples: {
                /**
                 * @description The purchase.
                 * @example act_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                activityId: string;
                /** @description For how much, in minor units of its currency. */
                amountMinor: number;
                /**
                 * @description Whose it was.
                 * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
                 */
                memberId: string;
                /**
                 * Format: date-time
                 * @description When it was.
                 * @example 2026-03-01T09:30:00Z
                 */
                occurredAt: string;
                points: {
                    /** @description What it would have given. */
                    points: number;
                    /** @description The code of the points type. */
                    pointsType: string;
                    /** @description What the rule is called. */
                    rule: string;
                }[];
            }[];
            /**
             * Format: date-time
             * @description When the first of them was.
             * @example 2026-03-01T09:30:00Z
             */
            firstAt: string | null;
            /** @description Purchases of members who would have been held out of it. */
            heldOut: number;
            /**
             * Format: date-time
             * @description When the last of them was.
             * @example 2026-03-01T09:30:00Z
             */
            lastAt: string | null;
            /** @description Whose they were. */
            members: number;
            /** @description What all campaigns together would have given more: others are kept away or outdone by it. */
            net: {
                /** @description Points. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /** @description At face value, in minor units; null: it is not known. */
                worthMinor: number | null;
            }[];
            /** @description What it would have given. */
            points: {
                /** @description Points. */
                points: number;
                /** @description The code of the points type. */
                pointsType: string;
                /** @description At face value, in minor units; null: it is not known. */
                worthMinor: number | null;
            }[];
            /** @description Purchases that were looked at; what came back of them later counts for nothing. */
            purchases: number;
        };
        /** @description A use of a reward that was taken back. */
        UseReversal: {
            /**
             * Format: date-time
             * @description When the use was taken back.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The reversal's id.
             * @example rvs_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * @description The reward, which can be used again.
             * @example isr_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            issuedRewardId: string;
            /**
             * @description Whose reward it is.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
            /**
             * @description Why the use was taken back.
             * @enum {string}
             */
            reason: "mistake" | "changed_mind" | "not_delivered" | "technical";
            /**
             * Format: date-time
             * @description When it had been used.
             * @example 2026-03-01T09:30:00Z
             */
            usedAt: string;
        };
        /** @description Somebody who is or was not known. */
        Visitor: {
            /** @description What the shop remembers of them: at most 20 things, each once. Kept sealed. */
            attributes: {
                /** @description What it is, as the shop calls it. */
                name: string;
                /** @description What it was. */
                value: string;
            }[];
            /**
             * Format: date-time
             * @description When they were first seen.
             * @example 2026-03-01T09:30:00Z
             */
            firstSeenAt: string;
            /**
             * @description The visitor's id.
             * @example vis_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * Format: date-time
             * @description When they were last seen; 395 days later they are forgotten.
             * @example 2026-03-01T09:30:00Z
             */
            lastSeenAt: string;
            /**
             * Format: date-time
             * @description When that was known; null: not yet.
             * @example 2026-03-01T09:30:00Z
             */
            linkedAt: string | null;
            /**
             * @description Who they turned out to be; null: not known yet.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string | null;
        };
        /** @description Who a visitor is. */
        VisitorLink: {
            /**
             * @description The member that the visitor turned out to be.
             * @example mem_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            memberId: string;
        };
        /** @description What a member has of one points type. */
        Wallet: {
            /** @description Taken back although it was used already; the next points pay it off. */
            debt: number;
            /** @description The next dates at which points expire. */
            expiring: {
                /**
                 * Format: date-time
                 * @description When they are gone unless they are used.
                 * @example 2026-03-01T09:30:00Z
                 */
                at: string;
                /** @description How many. */
                points: number;
            }[];
            /** @description Reserved. */
            held: number;
            /** @description Earned, but not usable yet. */
            pending: number;
            /** @description The code of the points type. */
            pointsType: string;
            /** @description What can be used now. */
            spendable: number;
            /** @description All points, less what is owed; below zero while more is owed than there is. */
            total: number;
        };
        WalletList: {
            items: components["schemas"]["Wallet"][];
        };
        /** @description One event for one endpoint. What the endpoint replied is not kept, because it may be personal. */
        WebhookDelivery: {
            /** @description How often it was tried. */
            attempts: number;
            /**
             * Format: date-time
             * @description When the event was given to this endpoint.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /**
             * @description The event; the call's `webhook-id`, however often it is made.
             * @example evt_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            eventId: string;
            /**
             * @description Why the last try failed; absent: it did not.
             * @enum {string}
             */
            failure?: "refused_address" | "unresolved" | "connection" | "tls" | "timeout" | "redirect" | "status" | "disabled";
            /**
             * Format: date-time
             * @description When it was tried last; null: not yet.
             * @example 2026-03-01T09:30:00Z
             */
            lastAttemptAt: string | null;
            /**
             * Format: date-time
             * @description When it is tried next; null: not any more.
             * @example 2026-03-01T09:30:00Z
             */
            nextAttemptAt: string | null;
            /** @description The HTTP status of the last reply; null: there was none. */
            replyStatus: number | null;
            /**
             * @description Whether it has arrived, will be tried again, or was given up.
             * @enum {string}
             */
            status: "pending" | "delivered" | "failed";
            /** @description How long the last try took, in milliseconds. */
            tookMs: number | null;
            /** @description The event's type. */
            type: string;
        };
        WebhookDeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description An address that is called with events. */
        WebhookEndpoint: {
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description What it is for. */
            description: string | null;
            /**
             * @description Why it is not called: you said so, it failed for five days, or it answered 410 (gone).
             * @enum {string}
             */
            disabledReason?: "by_tenant" | "failing" | "gone";
            /** @description Which events are sent, by type; empty: all. */
            eventTypes: ("member.enrolled" | "member.blocked" | "member.unblocked" | "member.erased" | "member.exported" | "activity.recorded" | "tier.changed" | "campaign.budget_exhausted" | "adjustment.requested" | "adjustment.approved" | "adjustment.refused" | "adjustment.expired" | "transfer.debited" | "transfer.returned" | "coupon.claimed" | "coupon.guessing_suspected" | "reward.use_reversed" | "reward.given" | "gift.arrived" | "gift.recalled" | "gift.returned" | "gift.kept" | "member.merged" | "member.merge_reversed" | "checkout.committed" | "checkout.returned" | "checkout.cancelled" | "webhook_endpoint.disabled" | "webhook_endpoint.tested")[];
            /**
             * Format: date-time
             * @description Since when every call has failed; null: the last one did not.
             * @example 2026-03-01T09:30:00Z
             */
            failingSince: string | null;
            /**
             * @description The endpoint's id.
             * @example whe_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when the secret before this one signs too; null: there is none.
             * @example 2026-03-01T09:30:00Z
             */
            previousSecretUntil: string | null;
            /**
             * @description Whether it is called.
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /**
             * @description Where to call: https, by a name or address that the whole world can reach.
             * @example https://shop.example.com/fedele
             */
            url: string;
        };
        /** @description What shall be different. An endpoint that is enabled again gets what happens from then on. */
        WebhookEndpointChange: {
            /** @description What it is for. */
            description?: string | null;
            /** @description Which events are sent, by type; empty: all. */
            eventTypes?: ("member.enrolled" | "member.blocked" | "member.unblocked" | "member.erased" | "member.exported" | "activity.recorded" | "tier.changed" | "campaign.budget_exhausted" | "adjustment.requested" | "adjustment.approved" | "adjustment.refused" | "adjustment.expired" | "transfer.debited" | "transfer.returned" | "coupon.claimed" | "coupon.guessing_suspected" | "reward.use_reversed" | "reward.given" | "gift.arrived" | "gift.recalled" | "gift.returned" | "gift.kept" | "member.merged" | "member.merge_reversed" | "checkout.committed" | "checkout.returned" | "checkout.cancelled" | "webhook_endpoint.disabled" | "webhook_endpoint.tested")[];
            /**
             * @description Whether it is called.
             * @enum {string}
             */
            status?: "enabled" | "disabled";
            /**
             * @description Where to call: https, by a name or address that the whole world can reach.
             * @example https://shop.example.com/fedele
             */
            url?: string;
        };
        WebhookEndpointPage: {
            items: components["schemas"]["WebhookEndpoint"][];
            /** @description Give this as `cursor` for the next page; absent on the last one. */
            nextCursor?: string;
        };
        /** @description An endpoint with a secret that was just made. */
        WebhookEndpointWithSecret: {
            /**
             * Format: date-time
             * @description When it was added.
             * @example 2026-03-01T09:30:00Z
             */
            createdAt: string;
            /** @description What it is for. */
            description: string | null;
            /**
             * @description Why it is not called: you said so, it failed for five days, or it answered 410 (gone).
             * @enum {string}
             */
            disabledReason?: "by_tenant" | "failing" | "gone";
            /** @description Which events are sent, by type; empty: all. */
            eventTypes: ("member.enrolled" | "member.blocked" | "member.unblocked" | "member.erased" | "member.exported" | "activity.recorded" | "tier.changed" | "campaign.budget_exhausted" | "adjustment.requested" | "adjustment.approved" | "adjustment.refused" | "adjustment.expired" | "transfer.debited" | "transfer.returned" | "coupon.claimed" | "coupon.guessing_suspected" | "reward.use_reversed" | "reward.given" | "gift.arrived" | "gift.recalled" | "gift.returned" | "gift.kept" | "member.merged" | "member.merge_reversed" | "checkout.committed" | "checkout.returned" | "checkout.cancelled" | "webhook_endpoint.disabled" | "webhook_endpoint.tested")[];
            /**
             * Format: date-time
             * @description Since when every call has failed; null: the last one did not.
             * @example 2026-03-01T09:30:00Z
             */
            failingSince: string | null;
            /**
             * @description The endpoint's id.
             * @example whe_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when the secret before this one signs too; null: there is none.
             * @example 2026-03-01T09:30:00Z
             */
            previousSecretUntil: string | null;
            /**
             * @description What calls are signed with. Shown this once: absent when the same request is sent again.
             * @example whsec_…
             */
            secret?: string;
            /**
             * @description Whether it is called.
             * @enum {string}
             */
            status: "enabled" | "disabled";
            /**
             * @description Where to call: https, by a name or address that the whole world can reach.
             * @example https://shop.example.com/fedele
             */
            url: string;
        };
        /** @description Why a rule gave points. */
        Why: {
            award: components["schemas"]["Award"];
            /** @description What the rule is called. */
            name: string;
            /** @description What the rule says, in the tenant's language. */
            sentence: string;
            /** @description What it would have given: a limit, a cap or a budget had less left. */
            wanted?: number;
        };
        /** @description Why a rule gave nothing. */
        WhyNot: {
            /** @description What the rule is called. */
            name: string;
            /**
             * @description What stood in its way. `given_before`: another part of the document brought it. `shut_out`: an exclusive campaign went first. `outdone`: another campaign of its category gave more. `held_out`: for comparison. `rule_limit`, `campaign_limit`, `cap`: the member had all there is in the period. `budget`: it is used up.
             * @enum {string}
             */
            reason: "is_return" | "not_yet_valid" | "no_longer_valid" | "condition" | "no_line_counts" | "less_than_one_point" | "given_before" | "shut_out" | "outdone" | "held_out" | "rule_limit" | "campaign_limit" | "cap" | "budget";
            /**
             * @description The rule that gave nothing.
             * @example rul_01kb1vn7xqf8krv1q7ey6p4c0m
             */
            ruleId: string;
            /** @description Its version. */
            ruleVersion: number;
            /** @description The same in the tenant's language, or the one asked for. */
            sentence: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getLiveness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Health"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What a member did. Safe to repeat: source, document and part are its key. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewActivity"];
            };
        };
        responses: {
            /** @description What a member did and what came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description What a member did and what came of it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description What a member did and what came of it. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAgeLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description When members are of age: before that they earn, neither use points nor pass them on, and get no marketing. A member's country counts, or the tenant's. A change counts for members who are enrolled or changed after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgeLimits"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeAgeLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description When members are of age: before that they earn, neither use points nor pass them on, and get no marketing. A member's country counts, or the tenant's. A change counts for members who are enrolled or changed after it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgeLimits"];
            };
        };
        responses: {
            /** @description When members are of age: before that they earn, neither use points nor pass them on, and get no marketing. A member's country counts, or the tenant's. A change counts for members who are enrolled or changed after it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgeLimits"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description An API key to be made. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description An API key that was just made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description An API key that was just made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                /** @description Only what this one did. */
                actor?: string;
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /**
                 * @description From this moment on.
                 * @example 2026-03-01T09:30:00Z
                 */
                from?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
                /** @description Only what was done about this member. */
                memberId?: string;
                /** @description Only this operation, as this reference names it. */
                operation?: string;
                /** @description Only what was done to this. */
                resource?: string;
                /**
                 * @description Before this moment.
                 * @example 2026-03-01T09:30:00Z
                 */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBenefits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The benefits of the programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BenefitList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBenefit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A right that comes with a tier, to be added. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBenefit"];
            };
        };
        responses: {
            /** @description A right that comes with a tier. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Benefit"];
                };
            };
            /** @description A right that comes with a tier. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Benefit"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endBenefit: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                benefitId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startCampaign: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A campaign to be started. Rules can be added and changed later, its other terms never. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description Rules that belong together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Rules that belong together. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Rules that belong together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addBudget: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        /** @description What is added to a budget. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BudgetAddition"];
            };
        };
        responses: {
            /** @description Rules that belong together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Rules that belong together. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addRule: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                campaignId: string;
            };
            cookie?: never;
        };
        /** @description An earning rule to be added. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            /** @description An earning rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description An earning rule. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    openCheckout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A basket of a member. Who is no member tries theirs by POST /v1/evaluations. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCheckoutSession"];
            };
        };
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description A basket on its way from the shelf to the receipt. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBasket: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description The whole basket as it is now. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckoutBasket"];
            };
        };
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelCheckout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    commitCheckout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description Which basket was paid. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCommitment"];
            };
        };
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evaluateCheckout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the basket costs and earns. Nothing is written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutEvaluation"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenCheckout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reserveCheckout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description Which basket is to be held, and how long. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReservation"];
            };
        };
        responses: {
            /** @description A basket on its way from the shelf to the receipt. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckoutSession"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are not enough points. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    returnToCheckout: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                sessionId: string;
            };
            cookie?: never;
        };
        /** @description Goods of a sale that come back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSessionReturn"];
            };
        };
        responses: {
            /** @description Goods that came back, and what went back for them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReturn"];
                };
            };
            /** @description Goods that came back, and what went back for them. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReturn"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSessionReturn: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                returnId: string;
                sessionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Goods that came back, and what went back for them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionReturn"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    moveClock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description How much time passes in a demo. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockJump"];
            };
        };
        responses: {
            /** @description A tenant's time. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCouponBatches: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponBatchPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCouponBatch: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Coupons to be made, or codes to be brought in. A coupon costs no points. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCouponBatch"];
            };
        };
        responses: {
            /** @description A batch with the codes that were made for it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeCouponBatch"];
                };
            };
            /** @description A batch with the codes that were made for it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeCouponBatch"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouponBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Coupons that were made or brought in together. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponBatch"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endCouponBatch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                batchId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeemCoupon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A code that somebody shows who is no member, or does not say so. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCouponRedemption"];
            };
        };
        responses: {
            /** @description A coupon that was used without a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponRedemption"];
                };
            };
            /** @description A coupon that was used without a member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponRedemption"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCouponRedemption: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                redemptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A coupon that was used without a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponRedemption"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseCouponRedemption: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                redemptionId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A coupon that was used without a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CouponRedemption"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    evaluateActivity: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A basket or another activity to try. Without a member: what a newcomer would get. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewEvaluation"];
            };
        };
        responses: {
            /** @description What it would earn. Nothing is written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Evaluation"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Every type of event. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypeList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description The `position` of the list before this one. Default: begin with the oldest event that is kept. */
                after?: number;
                /** @description How many to return, at most 500. */
                limit?: number;
                /**
                 * @description Only events of these types, with commas between them. Default: all.
                 * @example activity.recorded,tier.changed
                 */
                types?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events in their order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description The last position that you have; the header Last-Event-ID goes before it. Default: only what is new. */
                after?: number;
                /** @description After how long the stream ends at the latest; connect again then, as after every end. */
                seconds?: number;
                /**
                 * @description Only events of these types, with commas between them. Default: all.
                 * @example activity.recorded,tier.changed
                 */
                types?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events, with their positions as ids; a comment every 15 seconds where nothing happens. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A table as RFC 4180 has it, in UTF-8, with a line of headings. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Takes an invitation up. With an owner's link, which names nobody, say name and e-mail address. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description An invitation that was taken up. Without a session: ask for a code and sign in. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    inviteStaff: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Somebody to be invited by mail. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description An invitation. Its link stands in the letter alone. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description An invitation. Its link stands in the letter alone. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Invitation"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The invitation's id. */
                invitationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listLocations: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LocationPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addLocation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A place where activities happen: a shop, a site. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLocation"];
            };
        };
        responses: {
            /** @description A place where activities happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description A place where activities happen. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                locationId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A place where activities happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeLocation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                locationId: string;
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["LocationChange"];
            };
        };
        responses: {
            /** @description A place where activities happen. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Location"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemberFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomFieldList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addMemberField: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A field that members shall have. A tenant has at most 50. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCustomField"];
            };
        };
        responses: {
            /** @description A field that members have. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description A field that members have. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomField"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeMemberField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    lookUpMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The member, by id or by one identity. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberReference"];
            };
        };
        responses: {
            /** @description As much of a member as a till shows at once. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownMember"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /**
                 * @description Only whom these conditions are true of: a ConditionGroup as JSON. Who has left is not among them.
                 * @example {"combinator":"and","rules":[{"field":"member.purchases","operator":">=","value":2}]}
                 */
                conditions?: string;
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description Only the member with this e-mail. */
                email?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
                /** @description Only the member with this number at a partner. */
                number?: string;
                /** @description Only the member with this phone. */
                phone?: string;
                /** @description Of `points`: the code of the points type. Default: the first that can be spent. */
                pointsType?: string;
                /** @description Only the member with this QR code. */
                qr?: string;
                /**
                 * @description A whole e-mail address, phone number, QR code or partner's number that somebody has; otherwise how words of a name begin, each with at least three letters or as the whole word: `mar nov` finds Martina Nováková. Accents and capitals do not matter.
                 * @example mar nov
                 */
                search?: string;
                /** @description Only who is in this segment now: its id. */
                segment?: string;
                /** @description By what; `-` turns it round. `lastActivity`: who has done nothing yet stands where they joined. `tier`: the lowest first. `points`: the total of one points type, and needs ledger:read; above 100000 members only `-points` of all, until there are none. Default: whoever was entered last comes first. */
                sort?: "joined" | "-joined" | "lastActivity" | "-lastActivity" | "tier" | "-tier" | "points" | "-points";
                /** @description Only members of this status. */
                status?: "active" | "earn_only" | "blocked" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListedMemberPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    enrolMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A member to be enrolled. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMember"];
            };
        };
        responses: {
            /** @description A person or company that takes part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A person or company that takes part. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A person or company that takes part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description What to change; what is not named stays, null empties. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description A person or company that takes part. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listActivities: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActivityPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getActivity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                activityId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a member did and what came of it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Activity"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    explainActivity: {
        parameters: {
            query?: {
                /** @description Who reads it. A member is not told that they are held out of a campaign. Default: `staff`. */
                audience?: "staff" | "member";
                /** @description Only this rule. */
                rule?: string;
            };
            header?: never;
            path: {
                activityId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Why an activity earned what it earned. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Explanation"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    adjustPoints: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Points to be given or taken by hand. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdjustment"];
            };
        };
        responses: {
            /** @description Points given or taken by hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Points given or taken by hand. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Points by hand that wait for a second person. Nothing is booked before. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingAdjustment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getAdjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                adjustmentId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points given or taken by hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseAdjustment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                adjustmentId: string;
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Why an adjustment was wrong. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAdjustmentReversal"];
            };
        };
        responses: {
            /** @description Points given or taken by hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Points given or taken by hand. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Points by hand that wait for a second person. Nothing is booked before. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingAdjustment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    useBenefit: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description The benefit that a member uses. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBenefitUse"];
            };
        };
        responses: {
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMemberBenefits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What a member's tier entitles to now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HeldBenefitList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That a member is or was blocked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    blockMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description How far a member is to be blocked. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBlock"];
            };
        };
        responses: {
            /** @description That a member is or was blocked. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Block"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    liftBlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listBlocks: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BlockPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is known of a member that is a business. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Business"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description What to change of a business; what is not named stays, null empties. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BusinessChange"];
            };
        };
        responses: {
            /** @description What is known of a member that is a business. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Business"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endMemberCards: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getConsents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What holds of every topic. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentStandings"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recordConsent: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description What a member agrees to, or takes back. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewConsent"];
            };
        };
        responses: {
            /** @description What a member said, with the evidence. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description What a member said, with the evidence. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Consent"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listConsents: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsentPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them, at most 100. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addContact: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Somebody who acts for a business. Default: they earn for it, and use no points. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description Somebody who acts for a business. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Somebody who acts for a business. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claimCoupon: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description A code that a member has. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CouponClaim"];
            };
        };
        responses: {
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listEntries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EntryPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    eraseMember: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Why a member is erased, and who gets the points. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewErasure"];
            };
        };
        responses: {
            /** @description That a member was erased. Nothing personal is in it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description That a member was erased. Nothing personal is in it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    exportMember: {
        parameters: {
            query?: {
                /** @description `json`, the default: one document. `csv`: the same as a table, one line a value with the part it is of, its row in that part and its field. */
                format?: "json" | "csv";
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Everything that is known of a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberExport"];
                    "text/csv": string;
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMemberValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A member's values, in the order of the fields; what is empty is left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomValues"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeMemberValues: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description What changes of a member's own fields. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CustomValueChange"];
            };
        };
        responses: {
            /** @description A member's values, in the order of the fields; what is empty is left out. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomValues"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    giveReward: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description A reward that a member gives to a friend. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewGift"];
            };
        };
        responses: {
            /** @description A reward that a member has given, as they see it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardGift"];
                };
            };
            /** @description A reward that a member has given, as they see it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardGift"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getGift: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                giftId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reward that a member has given, as they see it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardGift"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    recallGift: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                giftId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reward that a member has given, as they see it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardGift"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listGuardians: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addGuardian: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guardianId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GuardianList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeGuardian: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                guardianId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    holdPoints: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Points to be reserved. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewHold"];
            };
        };
        responses: {
            /** @description Points that are set aside for a while. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description Points that are set aside for a while. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are not enough points. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                holdId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points that are set aside for a while. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    captureHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                holdId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points that were used, earliest expiry first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Points that were used, earliest expiry first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    releaseHold: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                holdId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points that are set aside for a while. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Hold"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addIdentity: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Something that finds a member. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIdentity"];
            };
        };
        responses: {
            /** @description Something that finds a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description Something that finds a member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verifyIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                identityId: string;
                memberId: string;
            };
            cookie?: never;
        };
        /** @description What changes about an identity. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentityChange"];
            };
        };
        responses: {
            /** @description Something that finds a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Identity"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listIssuedRewards: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedRewardPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    issueReward: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description The reward that a member takes for points. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewIssuedReward"];
            };
        };
        responses: {
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are not enough points. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getIssuedReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                issuedRewardId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelIssuedReward: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                issuedRewardId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseRewardUse: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                issuedRewardId: string;
                memberId: string;
            };
            cookie?: never;
        };
        /** @description A use that was a mistake. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewUseReversal"];
            };
        };
        responses: {
            /** @description A use of a reward that was taken back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseReversal"];
                };
            };
            /** @description A use of a reward that was taken back. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseReversal"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    useIssuedReward: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                issuedRewardId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A reward that a member has: taken for points, or come of a coupon, a gift or a benefit. What it cost and brings stays as it was then. `given` is one that the member has given to a friend. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedReward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who was merged into a member, the latest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mergeMembers: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Another member who is merged into this one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMerge"];
            };
        };
        responses: {
            /** @description That two members became one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description That two members became one. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseMerge: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                fromId: string;
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description That two members became one. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description That two members became one. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    writeNote: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Something to remember of a member. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description Something to remember of a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Something to remember of a member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
                noteId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPendingAdjustment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
                pendingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points by hand that wait for a second person. Nothing is booked before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingAdjustment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    approveAdjustment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
                pendingId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points given or taken by hand. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Points given or taken by hand. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Adjustment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refuseAdjustment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
                pendingId: string;
            };
            cookie?: never;
        };
        /** @description Why an adjustment is refused. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRefusal"];
            };
        };
        responses: {
            /** @description Points by hand that wait for a second person. Nothing is booked before. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingAdjustment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendSpendingCode: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A code that was sent to a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingCode"];
                };
            };
            /** @description A code that was sent to a member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpendingCode"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    spendPoints: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Points to be used. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSpend"];
            };
        };
        responses: {
            /** @description Points that were used, earliest expiry first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Points that were used, earliest expiry first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are not enough points. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSpend: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
                spendId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points that were used, earliest expiry first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reverseSpend: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
                spendId: string;
            };
            cookie?: never;
        };
        /** @description How many points of the spend to give back; all that are left where nothing is said. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSpendReversal"];
            };
        };
        responses: {
            /** @description Points that were used, earliest expiry first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Points that were used, earliest expiry first. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Spend"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addTask: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Something to do for a member. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description Something to do for a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Something to do for a member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
                taskId: string;
            };
            cookie?: never;
        };
        /** @description The end of a task. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskClosing"];
            };
        };
        responses: {
            /** @description Something to do for a member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getMemberTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a member has come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberTier"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setManualTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description A tier given by hand. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManualTier"];
            };
        };
        responses: {
            /** @description How far a member has come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberTier"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endManualTier: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How far a member has come. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberTier"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    readTimeline: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    transferPoints: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        /** @description Points to be given to another member. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTransfer"];
            };
        };
        responses: {
            /** @description Points on their way to another member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description Points on their way to another member. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There are not enough points. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
                transferId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Points on their way to another member. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Transfer"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWallets: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WalletList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countMembers: {
        parameters: {
            query?: {
                /**
                 * @description Only whom these conditions are true of: a ConditionGroup as JSON. Who has left is not among them.
                 * @example {"combinator":"and","rules":[{"field":"member.purchases","operator":">=","value":2}]}
                 */
                conditions?: string;
                /**
                 * @description A whole e-mail address, phone number, QR code or partner's number that somebody has; otherwise how words of a name begin, each with at least three letters or as the whole word: `mar nov` finds Martina Nováková. Accents and capitals do not matter.
                 * @example mar nov
                 */
                search?: string;
                /** @description Only who is in this segment now: its id. */
                segment?: string;
                /** @description Only members of this status. */
                status?: "active" | "earn_only" | "blocked" | "closed";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How many members are sought. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberCount"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOfflineSales: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
                /** @description Only those that wait for somebody. */
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedSalePage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOfflineSale: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The sale's id. */
                offlineSaleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same with what was sold, as long as it waits for a decision and its member was not erased. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedSaleDetail"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    decideOfflineSale: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The sale's id. */
                offlineSaleId: string;
            };
            cookie?: never;
        };
        /** @description What somebody decides about a sale. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDecision"];
            };
        };
        responses: {
            /** @description A sale that was made offline and that somebody should look at, or has. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReviewedSale"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOutboxMessages: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessagePage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getOutboxMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The letter's id. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A letter that Fedele wrote. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxMessage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPartner: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A partner: who issues or redeems points. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPartner"];
            };
        };
        responses: {
            /** @description A partner: who issues or redeems points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description A partner: who issues or redeems points. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A partner: who issues or redeems points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                partnerId: string;
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartnerChange"];
            };
        };
        responses: {
            /** @description A partner: who issues or redeems points. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Partner"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPendingAdjustments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
                /** @description false: those that were decided or expired too. Default: only those that wait. */
                waiting?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PendingAdjustmentPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPointsTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsTypeList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addPointsType: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A currency of the programme to be added. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPointsType"];
            };
        };
        responses: {
            /** @description A currency of the programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsType"];
                };
            };
            /** @description A currency of the programme. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsType"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePointsType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the points type. */
                code: string;
            };
            cookie?: never;
        };
        /** @description What to change about a currency of the programme; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PointsTypeChange"];
            };
        };
        responses: {
            /** @description A currency of the programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PointsType"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPresets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Campaigns to begin with. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresetList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startPreset: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The preset's code. */
                presetCode: "points-per-money" | "stamp-card" | "cashback" | "birthday" | "welcome";
            };
            cookie?: never;
        };
        /** @description Answers to what a preset asks; what is not answered is as the preset has it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPresetCampaign"];
            };
        };
        responses: {
            /** @description The campaign that was started, and the reward to be offered for its points, as POST /v1/rewards takes it. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresetCampaign"];
                };
            };
            /** @description The campaign that was started, and the reward to be offered for its points, as POST /v1/rewards takes it. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresetCampaign"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listProducts: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addProduct: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Something that is sold. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProduct"];
            };
        };
        responses: {
            /** @description Something that is sold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Something that is sold. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Something that is sold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeProduct: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                sku: string;
            };
            cookie?: never;
        };
        /** @description What to change. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ProductChange"];
            };
        };
        responses: {
            /** @description Something that is sold. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Product"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description How the programme works. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Programme"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    closeProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description How the programme ends. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Closure"];
            };
        };
        responses: {
            /** @description How the programme ends. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Closure"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopenProgramme: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changePolicies: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to change; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PoliciesChange"];
            };
        };
        responses: {
            /** @description What the programme does where fair people differ. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Policies"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTiers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Tiers that hold from now on; whoever is in the middle of a period finishes it under the old ones. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTierList"];
            };
        };
        responses: {
            /** @description The tiers of the programme. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TierList"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tryCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A campaign to try. It is tried as if it had been there all along: its window counts for nothing. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTrial"];
            };
        };
        responses: {
            /** @description What a campaign would have given. Nothing is written. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Trial"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportCost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the programme costs, in minor units of the tenant's currency. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CostReport"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportLiability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The points that are outstanding, by type. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LiabilityReport"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reportReconciliation: {
        parameters: {
            query: {
                /**
                 * @description The first day, in the tenant's time zone.
                 * @example 1984-02-29
                 */
                from: string;
                /**
                 * @description The last day, which belongs to the period too.
                 * @example 1984-02-29
                 */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description From the points at the beginning of a period to those at its end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReconciliationReport"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRewards: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RewardPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offerReward: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Something that points can buy, to be offered. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReward"];
            };
        };
        responses: {
            /** @description Something that points can buy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Something that points can buy. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rewardId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Something that points can buy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endReward: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rewardId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addStock: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                rewardId: string;
            };
            cookie?: never;
        };
        /** @description More pieces of a reward. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStock"];
            };
        };
        responses: {
            /** @description Something that points can buy. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reward"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        /** @description An earning rule to be added. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            /** @description An earning rule. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rule"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endRule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                ruleId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    showSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code that the app shows now. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactor"];
            };
        };
        responses: {
            /** @description A session; its secret is in the cookie that comes with this reply. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSegment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Members whom certain things are true of. Conditions may speak of what stands in the member's facts: of fields that begin with `member.`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSegment"];
            };
        };
        responses: {
            /** @description Members whom certain things are true of, whoever they are at the moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Members whom certain things are true of, whoever they are at the moment. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members whom certain things are true of, whoever they are at the moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                segmentId: string;
            };
            cookie?: never;
        };
        /** @description What to change of a segment; what is not named stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentChange"];
            };
        };
        responses: {
            /** @description Members whom certain things are true of, whoever they are at the moment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Segment"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listSegmentMembers: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    isInSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                memberId: string;
                segmentId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Whether a member is in a segment. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentMembership"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description A segment that is being thought of. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SegmentDraft"];
            };
        };
        responses: {
            /** @description How many members are in a segment now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SegmentCount"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who you are. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endSession: {
        parameters: {
            query?: {
                /** @description True: every session of the person ends, on every device. */
                everywhere?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A session; its secret is in the cookie that comes with this reply. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    startTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A secret for an authenticator app. It is shown this once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTotp"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    confirmTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code that the app shows now. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactor"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    endTotp: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code that the app shows now. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactor"];
            };
        };
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    askForSignInCode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description Whom to send a code to. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignInCode"];
            };
        };
        responses: {
            /** @description The same for everybody, whether or not a code was sent. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInCode"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    signIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The code that came by mail. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSignIn"];
            };
        };
        responses: {
            /** @description A session; its secret is in the cookie that comes with this reply. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    proveSpending: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description How the member shows that they are there: `qr`, or `memberId` and `code`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewProof"];
            };
        };
        responses: {
            /** @description That a member is there. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description That a member is there. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Proof"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStaff: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Somebody who works for the tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStaff: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                staffId: string;
            };
            cookie?: never;
        };
        /** @description Another role for somebody. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description Somebody who works for the tenant. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Staff"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resetSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The person's id. */
                staffId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listOpenTasks: {
        parameters: {
            query?: {
                /** @description Who shall do it: the id of a member of staff, as the tenant has it. */
                assignee?: string;
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An isolated customer of the platform. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to change; what is not named stays. The currency cannot change: points were counted in it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TenantChange"];
            };
        };
        responses: {
            /** @description An isolated customer of the platform. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tenant"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTillKeys: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillKeyPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createTillKey: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description A till's key to be made. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTillKey"];
            };
        };
        responses: {
            /** @description A till's key that was just made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTillKey"];
                };
            };
            /** @description A till's key that was just made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedTillKey"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeTillKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id. */
                tillKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTillDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id. */
                tillKeyId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The device of a till, which may sell offline. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TillDevice"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    registerTillDevice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id. */
                tillKeyId: string;
            };
            cookie?: never;
        };
        /** @description What a till's device signs by. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTillDevice"];
            };
        };
        responses: {
            /** @description What a till's device signs by. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTillDevice"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sendOfflineSales: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key's id. */
                tillKeyId: string;
            };
            cookie?: never;
        };
        /** @description What a till sold without a network. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOfflineSales"];
            };
        };
        responses: {
            /** @description What came of each sale. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfflineResults"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addVisitor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Somebody who is not known yet. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVisitor"];
            };
        };
        responses: {
            /** @description Somebody who is or was not known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visitor"];
                };
            };
            /** @description Somebody who is or was not known. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visitor"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getVisitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitorId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Somebody who is or was not known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visitor"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    seeVisitor: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                visitorId: string;
            };
            cookie?: never;
        };
        /** @description Somebody who is not known yet. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewVisitor"];
            };
        };
        responses: {
            /** @description Somebody who is or was not known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visitor"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    linkVisitor: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                visitorId: string;
            };
            cookie?: never;
        };
        /** @description Who a visitor is. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["VisitorLink"];
            };
        };
        responses: {
            /** @description Somebody who is or was not known. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Visitor"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description An address to be called with events. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookEndpoint"];
            };
        };
        responses: {
            /** @description An endpoint with a secret that was just made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description An endpoint with a secret that was just made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An address that is called with events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        /** @description What shall be different. An endpoint that is enabled again gets what happens from then on. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookEndpointChange"];
            };
        };
        responses: {
            /** @description An address that is called with events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpoint"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the page before this one. */
                cursor?: string;
                /** @description How many to return, at most 100. */
                limit?: number;
            };
            header?: never;
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                endpointId: string;
                eventId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event for one endpoint. What the endpoint replied is not kept, because it may be personal. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renewWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An endpoint with a secret that was just made. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description An endpoint with a secret that was just made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointWithSecret"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Your own name for this request. Sent again within 30 days it gives the same result, once.
                 * @example till-7-2026-03-01-0042
                 */
                "idempotency-key"?: string;
            };
            path: {
                endpointId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One event for one endpoint. What the endpoint replied is not kept, because it may be personal. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Something in the request is not as described here. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key or session is missing, unknown or revoked. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The key, or the role of the session, lacks the scope. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no such thing, or it is not yours. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It contradicts what is already there. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests; wait as long as Retry-After says. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible for the moment; wait as long as Retry-After says. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
