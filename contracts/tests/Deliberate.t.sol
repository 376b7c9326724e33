// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IDeliberations} from "../IDeliberations.sol";
import {IJurySeats} from "../IJurySeats.sol";
import {FreshJury} from "./Passkeys.t.sol";

/// @dev How a deliberation is opened, changes members, and begins again after a refusal.
contract DeliberateTest is FreshJury {
    function refuseToOpen(bytes memory refusal, bytes32 session, bytes32 results, bytes32[] memory members, uint8 quorum)
        private
    {
        vm.expectRevert(refusal);
        vm.prank(ACADEMY);
        ledger.open(session, results, members, quorum);
    }

    function replaceIn(bytes32 deliberation, bytes32 absent, bytes32 substitute) private {
        vm.prank(ACADEMY);
        ledger.replace(deliberation, absent, substitute);
    }

    function reopen(bytes32 previous, bytes32 results) private returns (bytes32) {
        vm.prank(ACADEMY);
        return ledger.reopen(previous, results, jury(), 2);
    }

    function test_a_deliberation_is_opened_under_a_name_made_of_its_content() public {
        bytes32 opened = openUsual();
        IDeliberations.Deliberation memory it = ledger.deliberationOf(opened);
        check(it.issuer == ACADEMY && it.session == SESSION && it.results == RESULTS, "whose, and over what");
        check(it.quorum == 2 && it.round == 1 && it.previous == 0, "how many, which round");
        check(it.outcome == IDeliberations.Outcome.Open && it.openedAt == TODAY && it.closedAt == 0, "since when");
        check(keccak256(abi.encode(it.members)) == keccak256(abi.encode(jury())), "by whom");
        check(it.signed == 0 && it.replaced == 0 && it.root == 0, "and nothing yet");
        check(ledger.lastRoundOf(ACADEMY, SESSION) == opened, "the last round of its session");
        bytes32 name = keccak256(
            abi.encode(block.chainid, address(ledger), ACADEMY, SESSION, RESULTS, jury(), uint8(2), bytes32(0))
        );
        check(opened == name, "computed, so that it cannot lie");
    }

    function test_refuses_empty_digests_and_a_quorum_that_cannot_be() public {
        bytes memory empty = abi.encodeWithSelector(IDeliberations.DeliberationsDigestInvalid.selector, bytes32(0));
        refuseToOpen(empty, 0, RESULTS, jury(), 2);
        refuseToOpen(empty, SESSION, 0, jury(), 2);
        bytes4 impossible = IDeliberations.DeliberationsQuorumInvalid.selector;
        refuseToOpen(abi.encodeWithSelector(impossible, 0, 3), SESSION, RESULTS, jury(), 0);
        refuseToOpen(abi.encodeWithSelector(impossible, 4, 3), SESSION, RESULTS, jury(), 4);
        refuseToOpen(abi.encodeWithSelector(impossible, 2, 65), SESSION, RESULTS, new bytes32[](65), 2);
    }

    function test_refuses_someone_named_twice_and_someone_without_a_seat() public {
        bytes32[] memory members = jury();
        members[2] = members[0];
        bytes4 repeated = IDeliberations.DeliberationsMemberRepeated.selector;
        refuseToOpen(abi.encodeWithSelector(repeated, members[0]), SESSION, RESULTS, members, 2);
        members[2] = memberOf(NOBODY);
        bytes4 unseated = IJurySeats.JurySeatsNotSeated.selector;
        refuseToOpen(abi.encodeWithSelector(unseated, ACADEMY, members[2]), SESSION, RESULTS, members, 2);
    }

    function test_only_who_issues_diplomas_opens() public {
        withdraw(MINISTRY, ACADEMY, DIPLOMA, TODAY);
        refuseToOpen(
            abi.encodeWithSelector(IJurySeats.JurySeatsNotEntitled.selector, ACADEMY), SESSION, RESULTS, jury(), 2
        );
    }

    function test_a_session_has_one_deliberation_at_a_time() public {
        bytes32 opened = openUsual();
        bytes4 held = IDeliberations.DeliberationsSessionHeld.selector;
        refuseToOpen(abi.encodeWithSelector(held, SESSION, opened), SESSION, OTHER_RESULTS, jury(), 2);
        check(openFor(ACADEMY, keccak256("another"), RESULTS) != opened, "another session has its own");
    }

    function test_an_absent_member_is_replaced_and_stays_written() public {
        bytes32 opened = openUsual();
        replaceIn(opened, memberOf(CHLOE), memberOf(DAVID));
        IDeliberations.Deliberation memory it = ledger.deliberationOf(opened);
        check(it.members.length == 4 && it.members[2] == memberOf(CHLOE), "the absent one stays");
        check(it.members[3] == memberOf(DAVID) && it.replaced == 4, "the substitute comes last");
        ledger.decide(opened, ROOT, two(ANNE, DAVID, opened, ROOT));
        check(ledger.deliberationOf(opened).signed == 9, "and its signature counts");
    }

    function test_refuses_to_replace_a_stranger_or_by_someone_named_before() public {
        bytes32 opened = openUsual();
        bytes4 stranger = IDeliberations.DeliberationsStranger.selector;
        vm.expectRevert(abi.encodeWithSelector(stranger, opened, memberOf(NOBODY)));
        replaceIn(opened, memberOf(NOBODY), memberOf(DAVID));
        bytes4 repeated = IDeliberations.DeliberationsMemberRepeated.selector;
        vm.expectRevert(abi.encodeWithSelector(repeated, memberOf(ANNE)));
        replaceIn(opened, memberOf(CHLOE), memberOf(ANNE));
        vm.expectRevert(
            abi.encodeWithSelector(IJurySeats.JurySeatsNotSeated.selector, ACADEMY, memberOf(NOBODY))
        );
        replaceIn(opened, memberOf(CHLOE), memberOf(NOBODY));
        replaceIn(opened, memberOf(CHLOE), memberOf(DAVID));
        vm.expectRevert(abi.encodeWithSelector(stranger, opened, memberOf(CHLOE)));
        replaceIn(opened, memberOf(CHLOE), memberOf(NOBODY));
        vm.expectRevert(abi.encodeWithSelector(repeated, memberOf(CHLOE)));
        replaceIn(opened, memberOf(DAVID), memberOf(CHLOE));
    }

    function test_only_its_issuer_still_accredited_replaces_and_only_while_it_is_open() public {
        bytes32 opened = openUsual();
        bytes4 unknown = IDeliberations.DeliberationsUnknown.selector;
        vm.expectRevert(abi.encodeWithSelector(unknown, ROOT));
        replaceIn(ROOT, memberOf(CHLOE), memberOf(DAVID));
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsNotYours.selector, opened, ACADEMY));
        vm.prank(OTHER_ACADEMY);
        ledger.replace(opened, memberOf(CHLOE), memberOf(DAVID));
        ledger.decide(opened, ROOT, two(ANNE, BRUNO, opened, ROOT));
        bytes4 closed = IDeliberations.DeliberationsClosed.selector;
        vm.expectRevert(abi.encodeWithSelector(closed, opened, IDeliberations.Outcome.Decided));
        replaceIn(opened, memberOf(CHLOE), memberOf(DAVID));
        withdraw(MINISTRY, ACADEMY, DIPLOMA, TODAY);
        vm.expectRevert(abi.encodeWithSelector(IJurySeats.JurySeatsNotEntitled.selector, ACADEMY));
        replaceIn(opened, memberOf(CHLOE), memberOf(DAVID));
    }

    function test_a_deliberation_names_sixty_four_at_most() public {
        bytes32[] memory many = new bytes32[](64);
        for (uint256 i = 0; i < 64; i++) {
            seat(ACADEMY, 100 + i, TODAY, TODAY + DAY);
            many[i] = memberOf(100 + i);
        }
        vm.prank(ACADEMY);
        bytes32 opened = ledger.open(SESSION, RESULTS, many, 64);
        bytes4 impossible = IDeliberations.DeliberationsQuorumInvalid.selector;
        vm.expectRevert(abi.encodeWithSelector(impossible, 64, 65));
        replaceIn(opened, many[0], memberOf(DAVID));
    }

    function test_a_refused_session_is_reopened_over_other_results() public {
        bytes32 refused = refuseUsual();
        vm.warp(TODAY + DAY);
        bytes32 second = reopen(refused, OTHER_RESULTS);
        IDeliberations.Deliberation memory it = ledger.deliberationOf(second);
        check(it.round == 2 && it.previous == refused && it.session == SESSION, "the next round of the same session");
        check(ledger.deliberationOf(refused).outcome == IDeliberations.Outcome.Refused, "the first stays refused");
        check(ledger.lastRoundOf(ACADEMY, SESSION) == second, "the session goes on from it");
        ledger.decide(
            second, ROOT, both(signs(ANNE, second, OTHER_RESULTS, ROOT), signs(CHLOE, second, OTHER_RESULTS, ROOT))
        );
        check(ledger.deliberationOf(second).root == ROOT, "and decides");
    }

    function test_refuses_to_reopen_what_is_not_the_last_refusal_or_the_same_results() public {
        bytes4 never = IDeliberations.DeliberationsNotReopenable.selector;
        bytes32 opened = openUsual();
        vm.expectRevert(abi.encodeWithSelector(never, opened, IDeliberations.Outcome.Open));
        reopen(opened, OTHER_RESULTS);
        ledger.refuse(opened, two(ANNE, BRUNO, opened, 0));
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsResultsUnchanged.selector, RESULTS));
        reopen(opened, RESULTS);
        reopen(opened, OTHER_RESULTS);
        vm.expectRevert(abi.encodeWithSelector(never, opened, IDeliberations.Outcome.Refused));
        reopen(opened, keccak256("third results"));
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsNotYours.selector, opened, ACADEMY));
        ledger.reopen(opened, OTHER_RESULTS, jury(), 2);
    }

    function test_minutes_are_kept_in_order_once_it_is_closed() public {
        bytes32 opened = openUsual();
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsUndecided.selector, opened));
        addMinutes(opened, "minutes");
        ledger.decide(opened, ROOT, two(ANNE, BRUNO, opened, ROOT));
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsDigestInvalid.selector, bytes32(0)));
        addMinutes(opened, 0);
        vm.expectRevert(abi.encodeWithSelector(IDeliberations.DeliberationsNotYours.selector, opened, ACADEMY));
        ledger.addMinutes(opened, "minutes");
        addMinutes(opened, "minutes");
        addMinutes(opened, "corrected");
        bytes32[] memory kept = ledger.minutesOf(opened);
        check(kept.length == 2 && kept[0] == "minutes" && kept[1] == "corrected", "a correction follows");
    }

    function addMinutes(bytes32 deliberation, bytes32 digest) private {
        vm.prank(ACADEMY);
        ledger.addMinutes(deliberation, digest);
    }
}
