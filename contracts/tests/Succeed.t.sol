// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {FreshLedger} from "./People.t.sol";

/// @dev Who speaks for a school that has closed, and who cannot.
contract SucceedTest is FreshLedger {
    event IssuerSucceeded(address indexed issuer, address indexed successor, address indexed by);

    function setUp() public override {
        super.setUp();
        accreditSchool();
    }

    function succeed(address by, address issuer, address successor) internal {
        vm.prank(by);
        ledger.succeed(issuer, successor);
    }

    function closeSchool() internal {
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY + DAY);
        vm.warp(TODAY + DAY);
    }

    function refuses(bytes4 refusal, address by) internal {
        vm.expectRevert(abi.encodeWithSelector(refusal, by, uint8(0)));
        succeed(by, SCHOOL, ACADEMY);
    }

    function test_the_academy_takes_over_from_a_school_it_closed() public {
        closeSchool();
        check(ledger.successorOf(SCHOOL).successor == address(0), "nobody yet");
        vm.expectEmit(true, true, true, true);
        emit IssuerSucceeded(SCHOOL, ACADEMY, ACADEMY);
        succeed(ACADEMY, SCHOOL, ACADEMY);
        check(ledger.successorOf(SCHOOL).successor == ACADEMY, "its academy");
        check(ledger.successorOf(SCHOOL).recordedAt == TODAY + DAY, "from this second on");
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + DAY), "which opens nothing again");
    }

    function test_the_ministry_names_whom_it_will_also_when_the_period_ended_by_itself() public {
        accredit(MINISTRY, OTHER_ACADEMY, COMPETENCE, TODAY, TODAY + YEAR, true);
        vm.warp(TODAY + YEAR);
        succeed(MINISTRY, SCHOOL, OTHER_ACADEMY);
        check(ledger.successorOf(SCHOOL).successor == OTHER_ACADEMY, "another one");
    }

    function test_refuses_while_anything_holds_now_or_later() public {
        bytes4 refusal = IIssuerRegistry.IssuerRegistryNotClosed.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, COMPETENCE, TODAY + YEAR));
        succeed(ACADEMY, SCHOOL, ACADEMY);
        closeSchool();
        accredit(MINISTRY, SCHOOL, DIPLOMA, TODAY + 2 * DAY, TODAY + 3 * DAY, false);
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, DIPLOMA, TODAY + 3 * DAY));
        succeed(MINISTRY, SCHOOL, ACADEMY);
    }

    function test_refuses_before_the_second_of_the_closing() public {
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY + DAY);
        vm.warp(TODAY + DAY - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotClosed.selector, SCHOOL, COMPETENCE, TODAY + DAY)
        );
        succeed(ACADEMY, SCHOOL, ACADEMY);
    }

    function test_only_the_ministry_or_who_granted_what_ended_last() public {
        closeSchool();
        bytes4 refusal = IIssuerRegistry.IssuerRegistryNotEntitled.selector;
        refuses(refusal, SCHOOL);
        refuses(refusal, OTHER_ACADEMY);
        accredit(MINISTRY, SCHOOL, DIPLOMA, TODAY + DAY, TODAY + 2 * DAY, false);
        vm.warp(TODAY + 2 * DAY);
        refuses(refusal, ACADEMY);
        succeed(MINISTRY, SCHOOL, ACADEMY);
    }

    function test_each_who_granted_what_ended_in_the_same_second_may() public {
        accredit(MINISTRY, SCHOOL, DIPLOMA, TODAY, TODAY + YEAR, false);
        vm.warp(TODAY + YEAR);
        succeed(ACADEMY, SCHOOL, ACADEMY);
        check(ledger.successorOf(SCHOOL).successor == ACADEMY, "the academy too");
    }

    function test_a_grant_that_ended_sooner_gives_no_say_though_it_came_later() public {
        accredit(MINISTRY, OTHER_ACADEMY, DIPLOMA, TODAY, TODAY + YEAR, true);
        accredit(OTHER_ACADEMY, SCHOOL, DIPLOMA, TODAY, TODAY + DAY, false);
        vm.warp(TODAY + YEAR);
        refuses(IIssuerRegistry.IssuerRegistryNotEntitled.selector, OTHER_ACADEMY);
        succeed(ACADEMY, SCHOOL, ACADEMY);
    }

    function test_a_grant_that_never_took_effect_gives_no_say() public {
        accredit(MINISTRY, OTHER_ACADEMY, COMPETENCE, TODAY, TODAY + 9 * YEAR, true);
        accredit(OTHER_ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR, TODAY + 2 * YEAR, false);
        withdraw(OTHER_ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR);
        vm.warp(TODAY + YEAR);
        refuses(IIssuerRegistry.IssuerRegistryNotEntitled.selector, OTHER_ACADEMY);
        succeed(ACADEMY, SCHOOL, ACADEMY);
    }

    function test_refuses_who_never_held_anything() public {
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotAccredited.selector, STRANGER, uint8(0))
        );
        succeed(MINISTRY, STRANGER, ACADEMY);
    }

    function test_the_successor_is_another_one_that_was_accredited() public {
        closeSchool();
        bytes4 refusal = IIssuerRegistry.IssuerRegistrySuccessorInvalid.selector;
        address[4] memory wrong = [SCHOOL, STRANGER, address(0), MINISTRY];
        for (uint256 i = 0; i < wrong.length; i++) {
            vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, wrong[i]));
            succeed(ACADEMY, SCHOOL, wrong[i]);
        }
    }

    function test_once_and_for_ever() public {
        closeSchool();
        succeed(ACADEMY, SCHOOL, ACADEMY);
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryAlreadySucceeded.selector, SCHOOL, ACADEMY)
        );
        succeed(MINISTRY, SCHOOL, ACADEMY);
    }

    function testFuzz_exactly_from_the_second_of_the_closing_on(uint48 closing, uint48 asked) public {
        closing = between(closing, TODAY, TODAY + YEAR);
        asked = between(asked, TODAY, TODAY + 2 * YEAR);
        if (closing < TODAY + YEAR) withdraw(ACADEMY, SCHOOL, COMPETENCE, closing);
        vm.warp(asked);
        vm.prank(ACADEMY);
        try ledger.succeed(SCHOOL, ACADEMY) {
            check(asked >= closing, "not before");
        } catch {
            check(asked < closing || closing == TODAY, "not refused after, unless it never held");
        }
    }
}
