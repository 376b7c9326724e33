// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {FreshLedger} from "./People.t.sol";

/// @dev How an accreditation ends before its time, and how it cannot.
contract WithdrawTest is FreshLedger {
    function test_a_withdrawal_ends_what_follows_and_nothing_before() public {
        accreditSchool();
        vm.warp(TODAY + 10 * DAY);
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY + 20 * DAY);
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "what was done stays true");
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + 20 * DAY - 1), "until the date");
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + 20 * DAY), "and no longer");
        check(ledger.accreditationsOf(SCHOOL)[0].until == TODAY + YEAR, "what was granted stays written");
    }

    function test_the_ministry_withdraws_what_an_academy_granted() public {
        accreditSchool();
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "at once");
    }

    function test_refuses_to_change_the_past() public {
        accreditSchool();
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryDateInPast.selector, TODAY - 1));
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY - 1);
    }

    function test_only_the_ministry_or_who_granted_it_withdraws() public {
        accreditSchool();
        accredit(MINISTRY, OTHER_ACADEMY, COMPETENCE, TODAY, TODAY + YEAR, true);
        bytes4 refusal = IIssuerRegistry.IssuerRegistryNotEntitled.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, OTHER_ACADEMY, COMPETENCE));
        withdraw(OTHER_ACADEMY, SCHOOL, COMPETENCE, TODAY);
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, COMPETENCE));
        withdraw(SCHOOL, SCHOOL, COMPETENCE, TODAY);
    }

    function test_an_academy_that_closed_still_withdraws_what_it_granted() public {
        accreditSchool();
        withdraw(MINISTRY, ACADEMY, COMPETENCE, TODAY);
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "the school does not fall with the academy");
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "until somebody decides so");
    }

    function test_refuses_to_withdraw_what_is_not_held() public {
        accreditSchool();
        bytes4 refusal = IIssuerRegistry.IssuerRegistryNotAccredited.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, STRANGER, COMPETENCE));
        withdraw(MINISTRY, STRANGER, COMPETENCE, TODAY);
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, DIPLOMA));
        withdraw(MINISTRY, SCHOOL, DIPLOMA, TODAY);
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, COMPETENCE));
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + YEAR);
    }

    function test_a_date_set_is_brought_forward_but_never_put_back() public {
        accreditSchool();
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + 9 * DAY);
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + DAY);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + DAY), "sooner");
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotAccredited.selector, SCHOOL, COMPETENCE)
        );
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + 5 * DAY);
    }

    function test_brought_forward_it_leaves_a_cancelled_renewal_as_it_was() public {
        accreditSchool();
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR, TODAY + 2 * YEAR, false);
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + 9 * DAY);
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + DAY);
        check(ledger.accreditationsOf(SCHOOL)[0].withdrawnAt == TODAY + DAY, "what holds ends sooner");
        check(ledger.accreditationsOf(SCHOOL)[1].withdrawnAt == TODAY + 9 * DAY, "what never held is left alone");
    }

    function test_a_new_accreditation_may_follow_a_withdrawal() public {
        accreditSchool();
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + DAY);
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY + DAY, TODAY + YEAR, false);
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + DAY), "under the ministry's word");
        check(ledger.accreditationsOf(SCHOOL)[1].by == MINISTRY, "which the history shows");
    }

    function test_a_period_that_is_over_is_left_as_it_was() public {
        accreditSchool();
        vm.warp(TODAY + YEAR);
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR, TODAY + 2 * YEAR, false);
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR);
        check(ledger.accreditationsOf(SCHOOL)[0].withdrawnAt == 0, "the first ended by itself");
        check(ledger.accreditationsOf(SCHOOL)[1].withdrawnAt == TODAY + YEAR, "the second is withdrawn");
    }

    function test_the_ministry_ends_the_renewal_too() public {
        accreditSchool();
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR, TODAY + 2 * YEAR, false);
        accredit(MINISTRY, SCHOOL, DIPLOMA, TODAY, TODAY + YEAR, false);
        withdraw(MINISTRY, SCHOOL, COMPETENCE, TODAY + DAY);
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "held until the date");
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + DAY), "not after");
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + YEAR), "the renewal never takes effect");
        check(ledger.isAccredited(SCHOOL, DIPLOMA, TODAY + DAY), "another kind stays");
        vm.prank(SCHOOL);
        ledger.anchor(keccak256("the last day"), COMPETENCE);
    }

    function test_an_academy_ends_its_own_grant_and_leaves_the_other_one() public {
        accreditSchool();
        uint48 end = TODAY + YEAR;
        accredit(MINISTRY, SCHOOL, COMPETENCE, end, end + YEAR, false);
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "what the academy granted ends");
        check(ledger.isAccredited(SCHOOL, COMPETENCE, end), "what the ministry granted stays");
        vm.expectRevert(
            abi.encodeWithSelector(
                IIssuerRegistry.IssuerRegistryAlreadyAccredited.selector, SCHOOL, COMPETENCE, end + YEAR
            )
        );
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY, TODAY + DAY, false);
    }

    function test_an_academy_ends_the_renewal_it_granted_and_leaves_what_runs() public {
        accreditAcademy();
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR, TODAY + 2 * YEAR, false);
        withdraw(ACADEMY, SCHOOL, COMPETENCE, TODAY);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + YEAR), "the renewal never takes effect");
        vm.prank(SCHOOL);
        ledger.anchor(keccak256("still accredited"), COMPETENCE);
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY + YEAR, TODAY + 2 * YEAR, false);
        check(ledger.accreditationsOf(SCHOOL).length == 3, "and another may be granted");
    }
}
