"""What can go against a customer, named."""

from __future__ import annotations

from collections.abc import Mapping

from empathy_sim.journey.friction import Driver, Friction, Waiting

_D, _W = Driver, Waiting

FRICTIONS: Mapping[str, Friction] = {
    # menu
    "menu_changed": Friction(
        "the menu had changed, as it says every time", _D.HASSLE, _W.PRE_PROCESS
    ),
    "no_barge_in": Friction(
        "keys did nothing until the recording had finished",
        _D.HASSLE,
        _W.UNOCCUPIED,
        "menu time, left out of service level",
    ),
    "menu_timed_out": Friction(
        "the menu stopped listening", _D.ROBOTIC, _W.ANXIOUS, "caller ended the call", 2
    ),
    "misheard": Friction(
        "the machine heard something else", _D.ROBOTIC, None, "intent captured", 2
    ),
    "not_understood": Friction(
        "the machine did not understand", _D.ROBOTIC, None, "recognition 94%"
    ),
    "menu_loop": Friction(
        "the menu led back to itself", _D.ROBOTIC, _W.UNCERTAIN, "containment up", 2
    ),
    "zero_refused": Friction(
        "asking for a person was not a valid option",
        _D.POLICIES,
        None,
        "containment up",
        2,
    ),
    "no_option_fits": Friction("no option fitted", _D.ROBOTIC, None, "call completed"),
    # hold
    "estimate_slipped": Friction(
        "the end of the wait was put off",
        _D.HASSLE,
        _W.UNCERTAIN,
        "average speed of answer",
        2,
    ),
    "position_rose": Friction(
        "the place in the queue went backwards", _D.HASSLE, _W.UNFAIR, "priority met", 2
    ),
    "apology_interrupted": Friction(
        "an apology kept breaking into the music", _D.ROBOTIC, _W.UNOCCUPIED
    ),
    "still_there": Friction(
        "had to prove still being there", _D.ROBOTIC, _W.ANXIOUS, "caller abandoned", 2
    ),
    "line_dropped": Friction(
        "the line went dead near the front of the queue",
        _D.REPEAT_CONTACT,
        _W.ANXIOUS,
        "not counted as abandoned",
        3,
    ),
    "requeued": Friction(
        "back to the end of the queue", _D.REPEAT_CONTACT, _W.UNFAIR, "a second call", 2
    ),
    "long_wait": Friction(
        "waited far longer than was said",
        _D.HASSLE,
        _W.UNEXPLAINED,
        "its minutes, within an average",
        3,
    ),
    # form
    "session_expired": Friction(
        "the page ended the session and forgot everything",
        _D.REPEATING,
        None,
        "bounce",
        2,
    ),
    "rule_revealed_late": Friction(
        "a rule was mentioned only after it was broken",
        _D.HASSLE,
        None,
        "sign-up error",
    ),
    "valid_refused": Friction(
        "a perfectly good answer was refused", _D.POLICIES, None, "field error", 2
    ),
    "error_far_away": Friction(
        "an error that did not say where", _D.HASSLE, None, "nothing"
    ),
    "cleared_on_error": Friction(
        "good answers were wiped with the bad one", _D.REPEATING, None, "nothing"
    ),
    "locked_out": Friction(
        "locked out of the account", _D.POLICIES, None, "security working", 3
    ),
    "steps_grew": Friction(
        "more steps came than were said", _D.HASSLE, _W.UNCERTAIN, "funnel by page"
    ),
    # chat
    "intent_loop": Friction(
        "the bot answered another question, again", _D.ROBOTIC, None, "contained", 2
    ),
    "canned_empathy": Friction(
        "sympathy was read from a card", _D.ROBOTIC, None, "quality 100%"
    ),
    "no_button_fits": Friction(
        "no button asked what the customer wanted to ask", _D.ROBOTIC, None, "contained"
    ),
    "transcript_lost": Friction(
        "the hand-over lost everything said so far",
        _D.REPEATING,
        None,
        "first response 4 s",
        2,
    ),
    "closed_on_silence": Friction(
        "the chat closed while reading", _D.REPEAT_CONTACT, None, "resolved", 2
    ),
    # call
    "asked_again": Friction(
        "asked for something already given",
        _D.REPEATING,
        None,
        "handle time slightly up",
        2,
    ),
    "told_then_asked": Friction(
        "they knew it, and asked for it as proof", _D.POLICIES, None, "verified"
    ),
    "cold_transfer": Friction(
        "passed on, with nobody staying on to explain",
        _D.TRANSFERS,
        None,
        "a call, passed on",
        2,
    ),
    "supervisor_hold": Friction(
        "put on hold while somebody was asked", _D.POLICIES, _W.UNEXPLAINED, "hold time"
    ),
    "contradicted": Friction(
        "one person undid what another had said", _D.REPEAT_CONTACT, None, "nothing", 3
    ),
    "powerless": Friction(
        "kind, sorry, and not allowed to help",
        _D.POLICIES,
        None,
        "satisfaction 5 of 5",
        2,
    ),
    "policy_wall": Friction(
        "the system would not allow it", _D.POLICIES, None, "compliance 100%", 2
    ),
    "case_unknown": Friction(
        "nobody could find the case", _D.REPEATING, None, "nothing"
    ),
    "call_cut_short": Friction(
        "the battery ended the call", _D.REPEAT_CONTACT, _W.ANXIOUS, "caller hung up", 3
    ),
    # days, orders and letters
    "promise_slipped": Friction(
        "the date moved",
        _D.REPEAT_CONTACT,
        _W.UNCERTAIN,
        "on time, to the revised date",
        2,
    ),
    "promise_broken": Friction(
        "the date passed", _D.REPEAT_CONTACT, _W.UNEXPLAINED, "nothing", 3
    ),
    "contradictory_notice": Friction(
        "two notices said two things", _D.HASSLE, _W.UNCERTAIN, "delivered"
    ),
    "oversold": Friction(
        "sold as in stock, and was not", _D.REPEAT_CONTACT, None, "order accepted", 2
    ),
    "label_only": Friction(
        'what "on its way" meant was a label',
        _D.HASSLE,
        _W.UNCERTAIN,
        "dispatched in 24 h",
        2,
    ),
    "partial_shipment": Friction(
        "part of it came, and all of it was charged", _D.HASSLE, None, "shipped"
    ),
    "slow_refund": Friction(
        "the money takes business days",
        _D.POLICIES,
        _W.UNEXPLAINED,
        "refund target met",
        2,
    ),
    "cancel_refused": Friction(
        "could not be cancelled, for it was being prepared",
        _D.POLICIES,
        None,
        "order kept",
        2,
    ),
    "cannot_answer": Friction(
        "the message came from an address that reads nothing", _D.CHANNEL_SWITCHING
    ),
    # search
    "wrong_results": Friction(
        "the search answered another question", _D.ROBOTIC, None, "a search, served"
    ),
    "nothing_found": Friction(
        "the search did not know the words that people use",
        _D.HASSLE,
        None,
        "a search, served",
    ),
    "article_loop": Friction(
        "an article led back to one that had been read",
        _D.HASSLE,
        _W.UNCERTAIN,
        "two article views",
        2,
    ),
    "contact_loop": Friction(
        "the link that promised somebody led back to the articles",
        _D.CHANNEL_SWITCHING,
        _W.UNCERTAIN,
        "a contact, deflected",
        2,
    ),
    "behind_sign_in": Friction(
        "the answer was behind a sign-in", _D.POLICIES, None, "an article view"
    ),
    "article_outdated": Friction(
        "the article told of something that is no longer so",
        _D.REPEAT_CONTACT,
        None,
        "an article view",
        2,
    ),
    "no_was_thanked": Friction(
        "a no was thanked, and that was all",
        _D.ROBOTIC,
        _W.UNEXPLAINED,
        "feedback received",
    ),
    "number_hidden": Friction(
        "the way to somebody lay behind page after page",
        _D.CHANNEL_SWITCHING,
        _W.PRE_PROCESS,
        "calls down",
        2,
    ),
    "number_closed": Friction(
        "the number was shown at certain hours only",
        _D.POLICIES,
        _W.PRE_PROCESS,
        "no call was offered, so none was missed",
        2,
    ),
    # counters and visits
    "others_first": Friction(
        "somebody who came in later was called first",
        _D.HASSLE,
        _W.UNFAIR,
        "priority target met",
        2,
    ),
    "wrong_letter": Friction(
        "the machine gave a ticket for another counter",
        _D.HASSLE,
        _W.PRE_PROCESS,
        "a ticket, not taken up",
        2,
    ),
    "closed_in_turn": Friction(
        "the counter closed as the turn came",
        _D.POLICIES,
        _W.UNFAIR,
        "open for all of its hours",
        2,
    ),
    "form_first": Friction(
        "a form was wanted that nobody had mentioned",
        _D.HASSLE,
        _W.PRE_PROCESS,
        "a ticket, served",
        2,
    ),
    "sent_on": Friction(
        "sent to another counter, with a new ticket",
        _D.TRANSFERS,
        _W.UNFAIR,
        "two tickets, both served",
        2,
    ),
    "number_passed": Friction(
        "the number came up and was gone",
        _D.HASSLE,
        _W.ANXIOUS,
        "customer did not come forward",
        2,
    ),
    "stops_rose": Friction(
        "they were further away than they had been",
        _D.HASSLE,
        _W.UNCERTAIN,
        "route improved",
    ),
    "window_moved": Friction(
        "the hours were moved while somebody waited in for them",
        _D.REPEAT_CONTACT,
        _W.UNCERTAIN,
        "kept, within the last hours given",
        2,
    ),
    "window_narrowed": Friction(
        "the hour was given when half the day had gone",
        _D.HASSLE,
        _W.UNEXPLAINED,
        "customer kept informed",
    ),
    "window_passed": Friction(
        "the hours were over, and nobody had come",
        _D.REPEAT_CONTACT,
        _W.UNEXPLAINED,
        "appointment not kept",
        3,
    ),
    "rang_while_away": Friction(
        "the bell rang in the one moment nobody could answer",
        _D.REPEAT_CONTACT,
        _W.ANXIOUS,
        "kept: customer not at home",
        2,
    ),
    "missed_at_home": Friction(
        "written down as not at home, while at home",
        _D.REPEAT_CONTACT,
        _W.UNFAIR,
        "kept: customer not at home",
        3,
    ),
    "put_off_by_text": Friction(
        "put off on the day, by a text",
        _D.REPEAT_CONTACT,
        _W.UNCERTAIN,
        "rescheduled, not counted",
        3,
    ),
    "day_off_lost": Friction(
        "a day off went, for nothing",
        _D.REPEAT_CONTACT,
        None,
        "nothing",
        3,
    ),
    # fares and vouchers
    "price_rose": Friction(
        "the price rose between two pages", _D.HASSLE, _W.UNCERTAIN, "a fare, sold"
    ),
    "added_unasked": Friction(
        "something had been added that nobody asked for", _D.HASSLE, None, "an extra"
    ),
    "no_made_hard": Friction(
        "no was made to sound like a mistake", _D.HASSLE, None, "choice offered"
    ),
    "store_credit": Friction(
        "the money came back as a voucher", _D.POLICIES, None, "money, kept", 2
    ),
    # survey and everything
    "asked_too_soon": Friction(
        "asked for a rating before it was solved",
        _D.ROBOTIC,
        None,
        "response logged",
    ),
    "asked_about_agent": Friction(
        "asked about the person, not about the problem",
        _D.ROBOTIC,
        None,
        "satisfaction",
    ),
    "sent_elsewhere": Friction(
        "sent to another channel", _D.CHANNEL_SWITCHING, None, "deflected", 2
    ),
    "dead_end": Friction("nowhere left to go", _D.HASSLE, None, "resolved", 2),
    "jargon": Friction("an internal word was the answer", _D.ROBOTIC),
    "silence": Friction(
        "nothing happened, and nothing said so", _D.HASSLE, _W.UNEXPLAINED
    ),
    "ghost_success": Friction(
        "it said done, and it was not", _D.REPEAT_CONTACT, None, "resolved", 2
    ),
    "blame_shift": Friction(
        "told what should have been done", _D.POLICIES, None, "nothing", 2
    ),
}
