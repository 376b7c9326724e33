// SPDX-License-Identifier: EUPL-1.2
pragma solidity ^0.8.28;

import {IIssuerRegistry} from "../IIssuerRegistry.sol";
import {IssuerRegistry} from "../IssuerRegistry.sol";
import {FreshLedger} from "./People.t.sol";

/// @dev Who may accredit whom, and for how long.
contract AccreditTest is FreshLedger {
    function test_the_registry_stands_alone_too() public {
        check(new IssuerRegistry(MINISTRY).rootAuthority() == MINISTRY, "the root authority is the one given");
    }

    function test_refuses_to_stand_on_nobody() public {
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryIssuerInvalid.selector, address(0)));
        new IssuerRegistry(address(0));
    }

    function test_the_ministry_accredits_an_academy_which_accredits_a_school() public {
        accreditSchool();
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY), "from the first second");
        check(ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + YEAR - 1), "until the last");
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY + YEAR), "not after it");
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY - 1), "not before");
        check(!ledger.isAccredited(SCHOOL, DIPLOMA, TODAY), "not for another kind");
        IIssuerRegistry.Accreditation[] memory history = ledger.accreditationsOf(SCHOOL);
        check(history.length == 1 && history[0].by == ACADEMY && history[0].recordedAt == TODAY, "on whose word, when");
        check(!history[0].mayAccredit && history[0].withdrawnAt == 0, "as granted");
    }

    function test_a_start_already_past_counts_as_now() public {
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY - YEAR, TODAY + YEAR, false);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, TODAY - 1), "nobody is accredited after the fact");
        check(ledger.accreditationsOf(SCHOOL)[0].from == TODAY, "the recorded start is today");
    }

    function test_a_stranger_accredits_nobody() public {
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotEntitled.selector, STRANGER, COMPETENCE)
        );
        accredit(STRANGER, SCHOOL, COMPETENCE, TODAY, TODAY + YEAR, false);
    }

    function test_a_school_that_may_not_accredit_accredits_nobody() public {
        accreditSchool();
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotEntitled.selector, SCHOOL, COMPETENCE));
        accredit(SCHOOL, STRANGER, COMPETENCE, TODAY, TODAY + DAY, false);
    }

    function test_an_academy_accredits_for_its_own_kind_only() public {
        accreditAcademy();
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotEntitled.selector, ACADEMY, DIPLOMA));
        accredit(ACADEMY, SCHOOL, DIPLOMA, TODAY, TODAY + DAY, false);
    }

    function test_an_academy_whose_turn_has_not_come_accredits_nobody() public {
        accredit(MINISTRY, ACADEMY, COMPETENCE, TODAY + DAY, TODAY + YEAR, true);
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryNotEntitled.selector, ACADEMY, COMPETENCE)
        );
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY + DAY, TODAY + 2 * DAY, false);
    }

    function test_an_academy_grants_nothing_longer_than_its_own() public {
        accreditAcademy();
        uint48 end = TODAY + 10 * YEAR;
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryPeriodOutside.selector, TODAY, end));
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY, end + 1, false);
    }

    function test_an_academy_about_to_close_grants_nothing_beyond_its_closing() public {
        accreditAcademy();
        withdraw(MINISTRY, ACADEMY, COMPETENCE, TODAY + DAY);
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryPeriodOutside.selector, TODAY, TODAY + DAY)
        );
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY, TODAY + DAY + 1, false);
        accredit(ACADEMY, SCHOOL, COMPETENCE, TODAY, TODAY + DAY, false);
    }

    function test_refuses_an_empty_period_and_one_already_over() public {
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryPeriodInvalid.selector, TODAY + 1, TODAY + 1)
        );
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY + 1, TODAY + 1, false);
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryPeriodInvalid.selector, TODAY - 2, TODAY));
        accredit(MINISTRY, SCHOOL, COMPETENCE, TODAY - 2, TODAY, false);
    }

    function test_nobody_and_the_ministry_are_no_issuers() public {
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryIssuerInvalid.selector, address(0)));
        accredit(MINISTRY, address(0), COMPETENCE, TODAY, TODAY + YEAR, false);
        vm.expectRevert(abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryIssuerInvalid.selector, MINISTRY));
        accredit(MINISTRY, MINISTRY, COMPETENCE, TODAY, TODAY + YEAR, false);
    }

    function test_two_accreditations_of_one_kind_never_overlap() public {
        accreditSchool();
        uint48 end = TODAY + YEAR;
        vm.expectRevert(
            abi.encodeWithSelector(IIssuerRegistry.IssuerRegistryAlreadyAccredited.selector, SCHOOL, COMPETENCE, end)
        );
        accredit(ACADEMY, SCHOOL, COMPETENCE, end - 1, end + YEAR, false);
        accredit(MINISTRY, SCHOOL, DIPLOMA, TODAY, end, false);
        check(ledger.isAccredited(SCHOOL, DIPLOMA, TODAY), "another kind is another matter");
    }

    function test_a_renewal_recorded_ahead_leaves_no_gap() public {
        accreditSchool();
        uint48 end = TODAY + YEAR;
        accredit(ACADEMY, SCHOOL, COMPETENCE, end, end + YEAR, false);
        vm.prank(SCHOOL);
        ledger.anchor(keccak256("during the first"), COMPETENCE);
        vm.warp(end);
        vm.prank(SCHOOL);
        ledger.anchor(keccak256("during the second"), COMPETENCE);
        check(ledger.accreditationsOf(SCHOOL).length == 2, "both stay in the history");
        vm.warp(end + YEAR);
        check(!ledger.isAccredited(SCHOOL, COMPETENCE, end + YEAR), "then it is over");
        accredit(MINISTRY, SCHOOL, COMPETENCE, 0, end + 2 * YEAR, false);
        vm.prank(SCHOOL);
        ledger.anchor(keccak256("years later"), COMPETENCE);
    }

    function test_one_renewal_at_most_waits() public {
        accreditSchool();
        uint48 end = TODAY + YEAR;
        accredit(ACADEMY, SCHOOL, COMPETENCE, end, end + YEAR, false);
        bytes4 refusal = IIssuerRegistry.IssuerRegistryAlreadyAccredited.selector;
        vm.expectRevert(abi.encodeWithSelector(refusal, SCHOOL, COMPETENCE, end + YEAR));
        accredit(ACADEMY, SCHOOL, COMPETENCE, end + YEAR, end + 2 * YEAR, false);
        vm.warp(end);
        accredit(ACADEMY, SCHOOL, COMPETENCE, end + YEAR, end + 2 * YEAR, false);
        check(ledger.isAccredited(SCHOOL, COMPETENCE, end + 2 * YEAR - 1), "once the first has begun, the next may");
    }
}
